import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { PREVIEW_PROTOCOL as protocol } from '@jishi/contract/plain/preview';
import { readFrameMessage } from '../../console/src/layouts/editor/readFrameMessage';

const box = { blockId: 'a', top: 10, height: 20 };
const drawn = { protocol, kind: 'drawn', revision: 3, boxes: [box], hiddenBlockIds: ['b'], failedBlockIds: ['c'] };
const ODD = [null, undefined, 7, 9n, NaN, Infinity, 'x', [], {}, new Map(), new Date(), JSON.parse('{"__proto__":[]}')];

test('what the shop’s page says is taken as it is', () => {
  const said = [
    { protocol, kind: 'ready' },
    drawn,
    { protocol, kind: 'picked', blockId: 'a' },
    { protocol, kind: 'scrolled', top: 0.5 },
  ];
  for (const message of said) expect(readFrameMessage(message)).toEqual(message);
});

test('what is not of the protocol is nothing', () => {
  for (const one of ODD) {
    expect(readFrameMessage(one)).toBeNull();
    expect(readFrameMessage({ protocol: one, kind: 'ready' })).toBeNull();
    expect(readFrameMessage({ protocol, kind: one })).toBeNull();
  }
  expect(readFrameMessage({ protocol, kind: 'toString' })).toBeNull();
  expect(readFrameMessage({ protocol: 'jishi-preview/0', kind: 'ready' })).toBeNull();
});

test('a place or a block that is none is left out, and nothing else of the message is lost', () => {
  for (const one of ODD) {
    if (typeof one !== 'number' || !Number.isFinite(one))
      expect(readFrameMessage({ protocol, kind: 'scrolled', top: one })).toBeNull();
    if (typeof one !== 'string') expect(readFrameMessage({ protocol, kind: 'picked', blockId: one })).toBeNull();
    const broken = { ...box, top: typeof one === 'number' ? NaN : one };
    const message = { ...drawn, boxes: [one, broken, box, { ...box, blockId: 7 }], hiddenBlockIds: [7, one, 'b'] };
    const read = readFrameMessage(message);
    expect(read).toMatchObject({ revision: 3, boxes: [box], failedBlockIds: ['c'] });
    expect(read).toHaveProperty('hiddenBlockIds', typeof one === 'string' ? [one, 'b'] : ['b']);
    const empty = { protocol, kind: 'drawn', boxes: one, hiddenBlockIds: one, failedBlockIds: one, revision: {} };
    expect(readFrameMessage(empty)).toEqual({
      ...drawn,
      revision: 0,
      boxes: [],
      hiddenBlockIds: [],
      failedBlockIds: [],
    });
  }
});

test('however much is said, no more is kept than a page can hold', () => {
  const boxes = Array.from({ length: 100_000 }, (_, index) => ({ ...box, blockId: `b${index}` }));
  const ids = boxes.map(({ blockId }) => blockId);
  const read = readFrameMessage({ ...drawn, boxes, hiddenBlockIds: ids, failedBlockIds: ids });
  expect(read).toHaveProperty('boxes.length', MAX_BLOCKS);
  expect(read).toHaveProperty('hiddenBlockIds.length', MAX_BLOCKS);
  expect(read).toHaveProperty('failedBlockIds.length', MAX_BLOCKS);
});
