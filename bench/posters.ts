import { openPosters } from '../server/src/posters/posters';
import type { PosterInput } from '../server/src/posters/types';
import { gradient } from '../server/test/support/pictures';
import { aPoster, codeOf } from '../server/test/support/posters';
import { load, type Rate } from './load';
import { startBench } from './servers';
import { shoppersOf } from './shopping';

const DRAWN = 100;
const AT_ONCE = 200;
const SECONDS = 3;
const ROUNDS = 3;
/** ms, and times: what the shop promises. */
const POSTER_P50 = 30;
const CHECKOUT_SLOWER = 2;

/** How long a poster takes, and what two hundred of them at once do to those who pay. */
export async function measurePosters(): Promise<Record<string, string>> {
  const posters = openPosters();
  const base = { ...aPoster(await codeOf('benchABC')), pictureBytes: await gradient(800, 800, 7) };
  const nth = (number: number): PosterInput => ({
    ...base,
    title: `${base.title} ${number} 号`,
    priceFen: 9900 + number,
  });
  try {
    for (let warm = 0; warm < 10; warm++) await posters.draw(nth(warm));
    const times: number[] = [];
    for (let number = 0; number < DRAWN; number++) {
      const from = performance.now();
      await posters.draw(nth(number));
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
    const isSlow = Number(at(0.5)) > POSTER_P50;
    return {
      'one poster': `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms${isSlow ? `  ABOVE ${POSTER_P50}` : ''}`,
      ...(await checkoutBeside(() =>
        Promise.all(Array.from({ length: AT_ONCE }, (_, number) => posters.draw(nth(number)))),
      )),
    };
  } finally {
    await posters.close();
  }
}

/** The posters come from beside the server, on the same processors; in turns, so that other work falls on both alike. */
async function checkoutBeside(drawAll: () => Promise<unknown>): Promise<Record<string, string>> {
  const bench = await startBench('pglite');
  if (!bench) return {};
  try {
    const { checkout } = await shoppersOf(bench.server.url);
    await load(bench.server.url, 1, checkout);
    const alone: Rate[] = [];
    const beside: Rate[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await load(bench.server.url, SECONDS, checkout));
      const drawing = drawAll();
      beside.push(await load(bench.server.url, SECONDS, checkout));
      await drawing;
    }
    const [quiet, busy] = [middle(alone), middle(beside)];
    const ratio = busy.p95 / quiet.p95;
    return {
      'checkout alone': `${quiet.perSecond}/s  p95 ${quiet.p95} ms`,
      [`with ${AT_ONCE} posters asked for`]: `${busy.perSecond}/s  p95 ${busy.p95} ms  x${ratio.toFixed(2)}${ratio > CHECKOUT_SLOWER ? `  ABOVE ${CHECKOUT_SLOWER}` : ''}`,
    };
  } finally {
    await bench.stop();
  }
}

const middle = (rates: Rate[]): Rate => [...rates].sort((a, b) => a.p95 - b.p95)[Math.floor(rates.length / 2)]!;
