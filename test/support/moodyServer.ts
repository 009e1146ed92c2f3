import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** `silent` takes the request and never answers; `garbage` answers what no program of ours would. */
type Mood = 'well' | 'down' | 'silent' | 'garbage';

export interface MoodyServer {
  url: string;
  setMood(mood: Mood): void;
  close(): Promise<void>;
}

/** Stands before a server and lets through, loses, keeps waiting or garbles what is asked of it. */
export async function moodyServer(target: string): Promise<MoodyServer> {
  let mood: Mood = 'well';
  const server = http.createServer((request, response) => {
    if (mood === 'down') return void request.socket.destroy();
    if (mood === 'silent') return;
    if (mood === 'garbage') {
      const type = request.url!.includes('layouts') ? 'application/json' : 'text/html';
      return void response
        .writeHead(200, { 'content-type': type })
        .end(type === 'text/html' ? '<html>Sign in</html>' : '{"document":{"blocks":7,"contract":"one"},"arm":"x"}');
    }
    const { method, headers, url } = request;
    const onward = http.request(new URL(url!, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMood(next) {
      mood = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
