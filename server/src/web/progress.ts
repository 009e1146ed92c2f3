import type { RequestListener } from 'node:http';

/** The page that a first visitor sees while the shop is being built; it reloads itself. */
export function progressPage(line: string): string {
  const text = line.replace(/[<>&"]/g, '');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>集市 · 正在开张</title>
<style>body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;background:#f7f2ea;
color:#261e18;font-family:-apple-system,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;text-align:center}
.a{height:24px;width:300px;margin:0 auto 24px;border-radius:0 0 12px 12px;
background:repeating-linear-gradient(90deg,#b7331a 0 25px,#fff3e2 25px 50px)}p{color:#6f6358}</style></head>
<body><main><div class="a"></div><h1>集市正在开张</h1><p>${text}</p><p>好了会自动打开，不用刷新</p></main></body></html>`;
}

/** Answers while the server is not ready: the page for a person, a code for a program, life for a health check. */
export function waitingRoom(line: () => string): RequestListener {
  return (request, response) => {
    const url = request.url ?? '/';
    if (url === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
    } else if (url === '/' || url.startsWith('/?') || request.headers.accept?.startsWith('text/html')) {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(progressPage(line()));
    } else {
      const body = { error: { code: 'starting', message: '店铺正在准备，请稍后再试', requestId: '' } };
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' }).end(JSON.stringify(body));
    }
  };
}
