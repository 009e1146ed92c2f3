import { LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import { knownKind, newBlock, type DraftBlock, type DraftDocument } from '../../console/src/layouts/draft/blocks';
import { addBlock, canAdd, copyOf, orderBlocks, shiftBlock, toggleHidden } from '../../console/src/layouts/draft/edits';
import { allProblems, ownProblems, wholeBlock } from '../../console/src/layouts/draft/problems';
import { placeName } from '../../console/src/layouts/draft/placeName';
import { readDocument } from '../../console/src/layouts/draft/readDocument';

const page = (...blocks: DraftBlock[]): DraftDocument => ({ contract: 1, page: 'home', title: '首页', blocks });
const block = (id: string): DraftBlock => ({ ...newBlock('spacer'), id });
const ids = ({ blocks }: DraftDocument) => blocks.map(({ id }) => id);

describe('blocks that this console does not know', () => {
  const strange = { id: 'x', kind: 'hologram', v: 9, props: { depth: 3 }, aura: 'blue' } as DraftBlock;

  test('come through reading, sorting and hiding exactly as they were', () => {
    const read = readDocument({ contract: 1, page: 'home', title: '首页', later: true, blocks: [strange, block('a')] });
    const sorted = orderBlocks(read, ['a', 'x']);
    expect(sorted.blocks[1]).toEqual(strange);
    expect(sorted.later).toBe(true);
    expect(toggleHidden(toggleHidden(sorted, 'x'), 'x').blocks[1]).toEqual(strange);
  });

  test('are no problem of ours, are not drawn and are not copied', () => {
    expect(ownProblems(page(strange))).toEqual([]);
    expect(wholeBlock(strange)).toBeNull();
    expect(copyOf(page(strange), 'x')).toBeNull();
  });
});

test('a block that was stored in an older version opens as the newest one, ready to be edited', () => {
  const items = [{ title: '老画', link: { type: 'none' } }];
  const old = { id: 'b', kind: 'banner', v: 1, props: { items, intervalMs: 4500 }, note: '留着' };
  const raw = { contract: 1, page: 'home', title: '首页', blocks: [old] };
  const [opened] = readDocument(raw).blocks;
  expect(opened).toEqual({ ...old, v: LAYOUT_KINDS.banner.since.length, props: { items, seconds: 4.5 } });
  expect(knownKind(opened!)).toBe('banner');
  expect(raw.blocks[0]).toEqual(old);
});

test('a new block goes below the chosen one, and no page gets more of a kind than it may have', () => {
  const added = addBlock(page(block('a'), block('b')), 'notice', 'a');
  expect(ids(added.document)).toEqual(['a', added.id, 'b']);
  const full = page(...Array.from({ length: LAYOUT_KINDS.notice.max }, () => newBlock('notice')));
  expect(canAdd(full, 'notice')).toBe(false);
  expect(copyOf(full, full.blocks[0]!.id)).toBeNull();
  expect(canAdd(full, 'spacer')).toBe(true);
});

test('a block is shifted by one and stays at the ends', () => {
  const document = page(block('a'), block('b'), block('c'));
  expect(ids(shiftBlock(document, 'c', -1))).toEqual(['a', 'c', 'b']);
  expect(shiftBlock(document, 'a', -1)).toBe(document);
  expect(shiftBlock(document, 'c', 1)).toBe(document);
});

test('hiding and showing again leaves the block as it was', () => {
  const document = page(block('a'));
  const hidden = toggleHidden(document, 'a');
  expect(hidden.blocks[0]!.visible).toEqual({ isHidden: true });
  expect(toggleHidden(hidden, 'a').blocks[0]).toEqual(document.blocks[0]);
});

test('the server adds what only it knows, never of a block that is gone and never twice of one place', () => {
  const wrong: DraftBlock = { ...newBlock('heading'), id: 'h', props: { title: '', link: { type: 'none' } } };
  const ofServer = [
    { level: 'warning' as const, blockId: 'h', path: 'blocks.0.props.link', text: '链接的活动没有上线' },
    { level: 'error' as const, blockId: 'h', path: 'blocks.0.props.title', text: 'Too small' },
    { level: 'error' as const, blockId: 'gone', path: 'blocks.1', text: '图片太大' },
  ];
  expect(allProblems(page(wrong), ofServer).map(({ level, path, text }) => [level, path, text])).toEqual([
    ['error', 'props.title', '还没有填'],
    ['warning', 'props.link', '链接的活动没有上线'],
  ]);
});

test('a place is named in the words of the form, with the variant that is chosen', () => {
  const banner: DraftBlock = {
    ...newBlock('banner'),
    id: 'b',
    props: { items: [{ link: { type: 'none' } }, { link: { type: 'campaign', slug: '' } }] },
  };
  expect(placeName(page(banner), { blockId: 'b', path: 'props.items.1.link.slug' })).toBe('第 2 项 跳转 活动页：');
  expect(placeName(page(banner), { blockId: null, path: 'share.title' })).toBe('分享 分享标题：');
});
