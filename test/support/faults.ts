import type { BrowserContext, Route } from 'playwright-core';

/** What can go wrong between a page and our server. */
export const FAULTS = [
  'offline',
  'slow',
  'refused',
  'badGateway',
  'webPage',
  'halfJson',
  'strangeJson',
  'emptyError',
] as const;
export type Fault = (typeof FAULTS)[number];

const LATENCY_MS = 400;
const LOST = 0.05;

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const ANSWERS: Partial<Record<Fault, { status: number; contentType: string; body: string }>> = {
  badGateway: { status: 502, contentType: 'text/html', body: '<html><h1>502 Bad Gateway</h1></html>' },
  webPage: { status: 200, contentType: 'text/html', body: '<html><title>Hotel WiFi</title>Please sign in</html>' },
  halfJson: { status: 200, contentType: 'application/json', body: '{"items":[{"id":"1","title":"' },
  strangeJson: { status: 200, contentType: 'application/json', body: '{}' },
  emptyError: { status: 500, contentType: 'text/plain', body: '' },
};

export type FaultyNetwork = Awaited<ReturnType<typeof faultyNetwork>>;

/** Stands between a browser and the API; pictures and the page's own files pass. `set(null)` ends the fault. */
export async function faultyNetwork(context: BrowserContext) {
  let fault: Fault | null = null;
  let roll = dice(7);
  const sent: string[] = [];
  const answer = async (route: Route) => {
    sent.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
    const canned = fault && ANSWERS[fault];
    if (canned) return route.fulfill(canned);
    if (fault === 'offline') return route.abort('internetdisconnected');
    if (fault === 'refused') return route.abort('connectionrefused');
    if (fault === 'slow') {
      const isLost = roll() < LOST;
      await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
      if (isLost) return route.abort('connectionreset');
    }
    return route.continue();
  };
  await context.route('**/api/**', (route) => answer(route).catch(() => undefined));
  return {
    /** `GET /api/cart` and the like, in order. */
    sent,
    async set(next: Fault | null): Promise<void> {
      fault = next;
      roll = dice(7);
      // tells the page; the first load of a page needs its files and comes before
      await context.setOffline(next === 'offline');
    },
    /** Before a page is there: its files load, the API is out of reach. */
    prepare(next: Fault): void {
      fault = next;
      roll = dice(7);
    },
  };
}
