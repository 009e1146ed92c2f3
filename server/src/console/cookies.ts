import type { Env } from '../env';

const isSecure = ({ CONSOLE_URL }: Env) => CONSOLE_URL.startsWith('https:');

/** `__Host-`: a browser takes such a cookie from this very origin alone, so that no other subdomain can plant one. */
export function cookieNames(env: Env): { session: string; device: string } {
  const prefix = isSecure(env) ? '__Host-' : '';
  return { session: `${prefix}jishi-console`, device: `${prefix}jishi-device` };
}

/** A cookie that no script sees and no other site sends. `seconds` of 0 forgets it. */
export function setCookie(env: Env, name: string, value: string, seconds: number): string {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${seconds}`];
  return [...parts, ...(isSecure(env) ? ['Secure'] : [])].join('; ');
}

/** The value of a cookie that we have set: our tokens need no decoding. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
