import net from 'node:net';

export interface Rate {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were neither 2xx nor 304. */
  refused: number;
}

export interface LoadRequest {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

const CONNECTIONS = 32;

/**
 * Keeps 32 connections busy for some seconds; `make` is asked for each request. Written on bare sockets, because a
 * full HTTP client costs more than the server that it measures and would hide the difference between two of them.
 */
export async function load(url: string, seconds: number, make: () => LoadRequest): Promise<Rate> {
  const { hostname, port, host } = new URL(url);
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      keepBusy({ host: hostname, port: Number(port) }, () => (performance.now() < end ? toBytes(make(), host) : null), {
        onAnswer(status, ms) {
          times.push(ms);
          if (status !== 304 && (status < 200 || status > 299)) refused++;
        },
      }),
    ),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return { perSecond: Math.round(times.length / seconds), p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}

function toBytes({ method, path, headers = {}, body = '' }: LoadRequest, host: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n${body}`;
}

/** One connection: sends what `next` gives, waits for the whole answer, and so on until it gives nothing. */
function keepBusy(
  address: { host: string; port: number },
  next: () => string | null,
  { onAnswer }: { onAnswer(status: number, ms: number): void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ ...address, noDelay: true });
    let sentAt = 0;
    let left = -1;
    let head = '';
    let status = 0;
    const send = () => {
      const bytes = next();
      sentAt = performance.now();
      if (bytes === null) socket.end(resolve);
      else socket.write(bytes);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (left >= 0) left -= chunk.length;
      else {
        head += chunk.toString('latin1');
        const bodyAt = head.indexOf('\r\n\r\n') + 4;
        if (bodyAt < 4) return;
        status = Number(head.slice(9, 12));
        left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) - (head.length - bodyAt);
        head = '';
      }
      if (left > 0) return;
      left = -1;
      onAnswer(status, performance.now() - sentAt);
      send();
    });
  });
}
