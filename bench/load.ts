import autocannon, { type Request } from 'autocannon';

export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers that were not 2xx. */
  refused: number;
}

const CONNECTIONS = 32;

/** Keeps 32 connections busy for some seconds. `prepare` makes each request anew where it must differ. */
export async function load(
  url: string,
  seconds: number,
  request: Pick<Request, 'method' | 'path' | 'headers' | 'body'>,
  prepare?: () => Pick<Request, 'headers' | 'body'>,
): Promise<Rate> {
  const result = await autocannon({
    url,
    duration: seconds,
    connections: CONNECTIONS,
    requests: [{ ...request, ...(prepare && { setupRequest: (given: Request) => ({ ...given, ...prepare() }) }) }],
  });
  return {
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    refused: result.non2xx,
  };
}
