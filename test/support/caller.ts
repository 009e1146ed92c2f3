import { randomUUID } from 'node:crypto';

/** An answer that was no success. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** The server's word for it: `not_found`, `order_state` … */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * One JSON request; throws Refused. Tests read deep into answers whose shape they are about to check.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Ask = (method: string, path: string, body?: object) => Promise<any>;

/** Asks a running server over HTTP as whoever has the token; without one as nobody. */
export function askAs(url: string, token?: string): Ask {
  return async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        'idempotency-key': randomUUID(),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text);
    const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
    throw new Refused(answer.status, code, `${method} ${path} was answered ${answer.status}: ${text}`);
  };
}

/** A new person's session, as the storefront keeps it under `jishi.session`. */
export function openSession(url: string): Promise<{ token: string; userId: string }> {
  return askAs(url)('POST', '/api/sessions', {
    platform: 'h5',
    appId: 'h5',
    deviceId: randomUUID(),
    launch: { path: '', query: {}, scene: '' },
  });
}
