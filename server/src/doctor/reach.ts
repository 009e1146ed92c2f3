import { connect } from 'node:tls';

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/;

export type Reached = { ok: true; status: number; body: string } | { ok: false; isCertificate: boolean; text: string };

/** Whether anybody answers at an address, whatever the answer; the reason why not in Chinese. */
export async function reach(url: string, timeout: number): Promise<Reached> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    return { ok: true, status: answer.status, body: (await answer.text()).slice(0, 1000) };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    const code = cause?.code ?? '';
    if (name === 'TimeoutError') return { ok: false, isCertificate: false, text: `${timeout / 1000} 秒没有回答` };
    if (CERTIFICATE.test(code)) return { ok: false, isCertificate: true, text: `证书有问题（${code}）` };
    return { ok: false, isCertificate: false, text: WORDS[code] ?? `连不上（${code || '原因不明'}）` };
  }
}

const WORDS: Record<string, string> = {
  ENOTFOUND: '域名解析不了',
  EAI_AGAIN: '域名解析不了，可能没有网络',
  ECONNREFUSED: '连不上：那里没有服务',
  ECONNRESET: '连接被断开',
};

/** Days until the certificate at an https address ends; null when there is none to see. */
export function certificateDays(url: string, timeout: number): Promise<number | null> {
  const { hostname, port, protocol } = new URL(url);
  if (protocol !== 'https:') return Promise.resolve(null);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 443), servername: hostname, timeout });
    const end = (days: number | null) => {
      socket.destroy();
      resolve(days);
    };
    socket.once('secureConnect', () => {
      const until = Date.parse(socket.getPeerCertificate().valid_to);
      end(Number.isNaN(until) ? null : Math.floor((until - Date.now()) / 86_400_000));
    });
    socket.once('timeout', () => end(null));
    socket.once('error', () => end(null));
  });
}
