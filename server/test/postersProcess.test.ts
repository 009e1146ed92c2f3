import childProcess, { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import sharp from 'sharp';
import { openPosters, type PostersOptions } from '../src/posters/posters';
import { posterKey } from '../src/posters/posterKey';
import type { Posters, PosterInput } from '../src/posters/types';
import { gradient } from './support/pictures';
import { aPoster, codeOf, scan } from './support/posters';

const opened: Posters[] = [];
const started: ChildProcess[] = [];
const fork = childProcess.fork;
let poster: PosterInput;

beforeAll(async () => {
  poster = aPoster(await codeOf('a1B2c3D4'));
});
beforeEach(() => {
  started.length = 0;
  jest.spyOn(childProcess, 'fork').mockImplementation(((...all: Parameters<typeof fork>) => {
    const child = fork(...all);
    started.push(child);
    return child;
  }) as typeof fork);
});
afterEach(async () => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  await Promise.all(opened.splice(0).map((posters) => posters.close()));
});

function open(options?: PostersOptions): Posters {
  const posters = openPosters(options);
  opened.push(posters);
  return posters;
}

/** With a program that is running, and stands still from now on. */
async function openStopped(options?: PostersOptions): Promise<{ posters: Posters; child: ChildProcess }> {
  const posters = open(options);
  await posters.draw(poster);
  const child = started.at(-1)!;
  child.kill('SIGSTOP');
  return { posters, child };
}

test('the same poster is the same bytes in another process, under one key that no other poster has', async () => {
  const [one, other] = [open(), open()];
  const withPicture = { ...poster, pictureBytes: await gradient(300, 300, 1) };
  const [first, second] = await Promise.all([one.draw(withPicture), other.draw({ ...withPicture })]);
  expect(started).toHaveLength(2);
  expect(first.equals(second)).toBe(true);
  expect(await scan(first)).toBe('a1B2c3D4');

  const others: PosterInput[] = [
    withPicture,
    { ...poster, template: 'tall' },
    { ...poster, theme: { name: 'ink' } },
    { ...poster, theme: { name: 'persimmon', price: '#112233' } },
    { ...poster, title: '别的' },
    { ...poster, priceFen: 1 },
    { ...poster, priceFen: null },
    { ...poster, wasFen: null },
    { ...poster, shopName: '别的' },
    { ...poster, storeName: poster.staffName, staffName: poster.storeName },
    { ...poster, code: { ...poster.code, kind: 'tt' } },
    { ...poster, code: { ...poster.code, bytes: await codeOf('a1B2c3D5') } },
  ];
  expect(new Set([poster, ...others].map(posterKey)).size).toBe(others.length + 1);
  expect(posterKey({ ...poster, code: { ...poster.code } })).toBe(posterKey(poster));
});

test('a poster at which the program dies fails alone, and the next is drawn by a new one', async () => {
  const { posters, child } = await openStopped();
  const [lost, next] = [posters.draw(poster), posters.draw(poster)];
  const isLost = expect(lost).rejects.toThrow();
  child.kill('SIGKILL');
  await isLost;
  expect(await scan(await next)).toBe('a1B2c3D4');
  expect(started).toHaveLength(2);
});

test('a poster at which the program hangs fails after its time, and the next is drawn by a new one', async () => {
  const { posters, child } = await openStopped({ posterTimeout: 60_000 });
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
  const [lost, next] = [posters.draw(poster), posters.draw(poster)];
  const isLost = expect(lost).rejects.toThrow();
  await new Promise((resolve) => setImmediate(resolve));
  const gone = once(child, 'exit');
  jest.advanceTimersByTime(60_000);
  await gone;
  await isLost;
  expect(await scan(await next)).toBe('a1B2c3D4');
  expect(started).toHaveLength(2);
});

test('more posters than can wait, and more bytes, are told to come later', async () => {
  const { posters, child } = await openStopped({ maxWaiting: 2, maxWaitingBytes: 3_000_000 });
  const large = { ...poster, pictureBytes: Buffer.alloc(2_000_000) };
  const waiting = [posters.draw(large)];
  await expect(posters.draw(large)).rejects.toMatchObject({ code: 'busy' });
  waiting.push(posters.draw(poster));
  await expect(posters.draw(poster)).rejects.toMatchObject({ code: 'busy' });
  child.kill('SIGCONT');
  await Promise.all(waiting);
  expect(await posters.draw(large)).toBeInstanceOf(Buffer);
});

test('what is no picture counts as none, be it broken, cut off or enormous', async () => {
  const posters = open();
  const without = await posters.draw(poster);
  const whole = await gradient(600, 600, 5);
  const enormous = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const pictureBytes of [Buffer.alloc(0), Buffer.from('<svg/>'), whole.subarray(0, 4000), enormous]) {
    expect((await posters.draw({ ...poster, pictureBytes })).equals(without)).toBe(true);
  }
  expect((await posters.draw({ ...poster, pictureBytes: whole })).equals(without)).toBe(false);
  expect(started).toHaveLength(1);
});

test('a code that is no picture, or white, is refused: a poster without one is of no use', async () => {
  const posters = open();
  const white = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  for (const bytes of [Buffer.alloc(0), Buffer.from('nothing'), white]) {
    await expect(posters.draw({ ...poster, code: { kind: 'h5', bytes } })).rejects.toMatchObject({
      code: 'picture_invalid',
    });
  }
  const enormous = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  await expect(posters.draw({ ...poster, code: { kind: 'h5', bytes: enormous } })).rejects.toMatchObject({
    code: 'picture_too_large',
  });
  expect(await posters.draw(poster)).toBeInstanceOf(Buffer);
});

test('the program ends with the shop, and when it is closed; what waits then fails', async () => {
  const { posters, child } = await openStopped();
  const lost = expect(Promise.all([posters.draw(poster), posters.draw(poster)])).rejects.toThrow();
  const gone = once(child, 'exit');
  await posters.close();
  await Promise.all([gone, lost]);
  await expect(posters.draw(poster)).rejects.toThrow();

  const orphan = open();
  await orphan.draw(poster);
  const ended = once(started.at(-1)!, 'exit');
  started.at(-1)!.disconnect();
  expect(await ended).toEqual([0, null]);
});
