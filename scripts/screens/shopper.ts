import { randomUUID } from 'node:crypto';

/** A person of the shop, over the same HTTP API as the storefront. */
export class Shopper {
  private constructor(
    private readonly url: string,
    /** As the storefront keeps it in the phone's storage. */
    readonly session: { token: string },
  ) {}

  static async enter(url: string): Promise<Shopper> {
    const body = { platform: 'h5', appId: 'h5', deviceId: randomUUID() };
    return new Shopper(url, (await exchange(url, 'POST', '/api/sessions', { body })) as { token: string });
  }

  /** JSON of a 2xx answer; throws with the answer otherwise. */
  ask<T>(method: string, path: string, body?: object): Promise<T> {
    return exchange(this.url, method, path, { token: this.session.token, ...(body && { body }) }) as Promise<T>;
  }
}

/** The shop's owner, likewise. */
export async function enterAsOwner(url: string, login: { loginName: string; password: string }) {
  const { token } = (await exchange(url, 'POST', '/admin/sessions', { body: login })) as { token: string };
  return <T>(method: string, path: string, body?: object) =>
    exchange(url, method, path, { token, ...(body && { body }) }) as Promise<T>;
}

async function exchange(
  url: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object },
): Promise<unknown> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...(body || method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
      ...(token && { Authorization: `Bearer ${token}` }),
      'Idempotency-Key': randomUUID(),
    },
    ...(body ? { body: JSON.stringify(body) } : method === 'POST' ? { body: '{}' } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
