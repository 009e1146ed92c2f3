import { bufferCache } from '../src/cache/bufferCache';
import { hotReads, unitsText } from '../src/cache/hotReads';
import { shareReads } from '../src/cache/shareReads';
import type { Queryable } from '../src/db/db';

/** A promise that the test keeps in its hand. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const turns = async (count = 5) => {
  for (let index = 0; index < count; index++) await turn();
};

describe('reads that are shared', () => {
  let begun: { keys: string[]; answer: ReturnType<typeof deferred<number>> }[];
  let read: (key?: string) => Promise<number>;
  beforeEach(() => {
    begun = [];
    read = shareReads((keys: string[]) => {
      const answer = deferred<number>();
      begun.push({ keys, answer });
      return answer.promise;
    });
  });

  test('who comes while a read is under way waits for the next one, and all who wait share it', async () => {
    const early = read('a');
    await turns();
    const late = [read('b'), read('c'), read('b')];
    await turns();
    expect(begun.map(({ keys }) => keys)).toEqual([['a']]);
    begun[0]!.answer.resolve(1);
    expect(await early).toBe(1);
    await turns();
    expect(begun.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']]);
    begun[1]!.answer.resolve(2);
    expect(await Promise.all(late)).toEqual([2, 2, 2]);
  });

  test('a read that fails fails its own callers and nobody else', async () => {
    const first = read().catch((error: Error) => error.message);
    await turns();
    const second = read();
    begun[0]!.answer.reject(new Error('connection lost'));
    expect(await first).toBe('connection lost');
    await turns();
    begun[1]!.answer.resolve(2);
    expect(await second).toBe(2);
  });

  test('a read that never answers does not hold up the others for ever', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    try {
      void read();
      await turns();
      const second = read();
      await turns();
      expect(begun).toHaveLength(1);
      jest.advanceTimersByTime(2000);
      await turns();
      begun[1]!.answer.resolve(2);
      expect(await second).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('kept buffers', () => {
  const answer = (size: number) => ({ version: '1', body: Buffer.alloc(size), etag: '""' });

  test('what was not asked for longest goes first, and the bytes stay within the limit', () => {
    const cache = bufferCache(20_000);
    for (let index = 0; index < 50; index++) {
      cache.set(`key ${index}`, answer(1000));
      expect(cache.get('key 0')).toBeDefined();
      expect(cache.bytes).toBeLessThanOrEqual(20_000);
    }
    expect(cache.get('key 49')).toBeDefined();
    expect(cache.get('key 1')).toBeUndefined();
  });

  test('replacing an answer counts its bytes once, and one that is very large is not kept', () => {
    const cache = bufferCache(20_000);
    cache.set('key', answer(1000));
    const { bytes } = cache;
    cache.set('key', answer(1000));
    expect(cache.bytes).toBe(bytes);
    cache.set('key', answer(5000));
    expect(cache.get('key')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });
});

describe('answers of one product', () => {
  /** A shop of one product whose units the test moves. */
  const shop = { catalogue: 1, units: [5, 2] };
  const db = {
    query: async () => [{ catalogue: String(shop.catalogue), stock: '1', units: { '7': shop.units.join() } }],
  } as unknown as Queryable;
  const ask = (hot: ReturnType<typeof hotReads>, compute = snapshot) =>
    hot.answer({ key: 'detail 7', stock: { productId: '7' }, compute }).then(({ body }) => body.toString());
  let made = 0;
  async function snapshot() {
    made++;
    const units = unitsText(shop.units.map((stock) => ({ stock })));
    return { body: Buffer.from(`${shop.catalogue} ${units}`), units };
  }
  beforeEach(() => {
    made = 0;
    Object.assign(shop, { catalogue: 1, units: [5, 2] });
  });

  test('an answer is made once and again when the catalogue or a unit changes', async () => {
    const hot = hotReads(db);
    expect([await ask(hot), await ask(hot), made]).toEqual(['1 5,2', '1 5,2', 1]);
    shop.units = [4, 2];
    expect([await ask(hot), await ask(hot), made]).toEqual(['1 4,2', '1 4,2', 2]);
    shop.catalogue = 2;
    expect([await ask(hot), made]).toEqual(['2 4,2', 3]);
  });

  test('units that leave and come back while an answer is made do not pass it off as today’s', async () => {
    const hot = hotReads(db);
    const gate = deferred<void>();
    const slow = ask(hot, async () => {
      shop.units = [4, 2];
      const answer = await snapshot();
      shop.units = [5, 2];
      await gate.promise;
      return answer;
    });
    await turns();
    const joined = ask(hot);
    await turns();
    gate.resolve();
    expect(await slow).toBe('1 4,2');
    expect(await joined).toBe('1 5,2');
    expect(await ask(hot)).toBe('1 5,2');
  });
});
