import { wireUpdates } from '@/lib/updates';
import { platform } from '@/platform';

const settled = () => new Promise(process.nextTick);

/** A phone whose host fetches a version and hides and shows the app when told. */
function play(answer: boolean) {
  let ready: (apply: () => void) => void = () => undefined;
  let show: (isVisible: boolean) => void = () => undefined;
  jest.spyOn(platform, 'onUpdateReady').mockImplementation((listener) => void (ready = listener));
  jest.spyOn(platform, 'onVisibilityChange').mockImplementation((listener) => void (show = listener));
  const ask = jest.spyOn(platform, 'confirm').mockResolvedValue(answer);
  wireUpdates();
  const apply = jest.fn();
  return { ask, apply, fetch: () => ready(apply), show: (isVisible: boolean) => show(isVisible) };
}
afterEach(() => jest.restoreAllMocks());

test('a new version is offered when the person comes back, not in the middle of something', async () => {
  const { ask, apply, fetch, show } = play(true);
  show(true);
  fetch();
  expect(ask).not.toHaveBeenCalled();
  show(false);
  show(true);
  await settled();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(apply).toHaveBeenCalledTimes(1);
});

test('whoever wants it later is not asked again', async () => {
  const { ask, apply, fetch, show } = play(false);
  fetch();
  for (const isVisible of [false, true, false, true]) show(isVisible);
  await settled();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(apply).not.toHaveBeenCalled();
});
