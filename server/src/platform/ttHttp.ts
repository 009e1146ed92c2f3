import { AppError } from '../errors';

export interface HttpAnswer {
  contentType: string;
  bytes: Buffer;
}

/**
 * Posts JSON to one of Douyin's hosts. Throws `platform_unavailable` for a dead line, an answer that does not come, and
 * a server in trouble; what it answers otherwise, 4xx included, is for the caller to read.
 */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status < 500) return { contentType: response.headers.get('content-type') ?? '', bytes };
  } catch {
    // which of the many reasons it was changes nothing for the caller
  }
  throw new AppError('platform_unavailable');
}

/** What a body says as JSON; `platform_unavailable` for anything else, such as a proxy's page. */
export function readJson(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(quoteLongNumbers(bytes.toString('utf8')));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // not JSON
  }
  throw new AppError('platform_unavailable');
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Ids of products and orders have 19 digits and come as numbers, too: JavaScript would round them. */
function quoteLongNumbers(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token));
}
