import fc from 'fast-check';
import { z } from 'zod';
import { BLOCK_KINDS, BLOCK_SHAPES, LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import { LayoutDocument } from '@jishi/contract/layouts';
import { LAYOUT_CONTRACT, MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { BLOCK_STEPS, downgradeProps } from '@jishi/contract/plain/blockVersions';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { HOSTILE_VALUES } from '../../test/support/hostileValues';
import { runs } from '../../test/support/runs';
import { adaptDocument, type Versions } from '../src/layouts/adaptDocument';
import type { Client } from '../src/layouts/chooseRelease';
import { explainIssue } from '../src/layouts/explainIssue';
import { blocksOf, readDocument, upgraded, type AnyDocument } from '../src/layouts/readDocument';
import { heading, layout } from './support/layouts';
import { NASTY, valueOf } from './support/openapiRequests';

const NOW = Date.parse('2026-11-26T08:00:00.000Z');
const client: Client = {
  platform: 'weapp',
  appId: '',
  deviceId: 'device-documents',
  contract: LAYOUT_CONTRACT,
  channel: undefined,
  storeId: undefined,
  isSignedIn: false,
  now: NOW,
};

const clients = fc.record<Client>({
  platform: fc.constantFrom(...PLATFORMS),
  appId: fc.constantFrom('', 'wx1'),
  deviceId: fc.constant('device-documents'),
  contract: fc.integer({ min: 1, max: LAYOUT_CONTRACT + 1 }),
  channel: fc.constantFrom(undefined, 'a', '街边'),
  storeId: fc.constantFrom(undefined, '12'),
  isSignedIn: fc.boolean(),
  now: fc.constant(NOW),
});

type Json = Record<string, unknown>;

/** The schema with every reference replaced by what it stands for. */
function inlined(schema: unknown, definitions: Json): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((one) => inlined(one, definitions));
  const { $ref, allOf, ...rest } = schema as Json & { $ref?: string; allOf?: unknown[] };
  const target = $ref === undefined ? {} : inlined(definitions[$ref.split('/').pop()!], definitions);
  const parts = (allOf ?? []).map((one) => inlined(one, definitions));
  const own = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, inlined(child, definitions)]));
  return Object.assign({}, target, ...parts, own) as Json;
}

function blockOf(kind: BlockKind) {
  const { definitions = {}, ...schema } = z.toJSONSchema(BLOCK_SHAPES[kind], { target: 'draft-7', io: 'input' });
  return valueOf(inlined(schema, definitions as Json) as never);
}

type Change = [at: number, evil: unknown, isRemoved: boolean];
const change = fc.tuple(fc.nat(), fc.constantFrom(...NASTY, ...HOSTILE_VALUES), fc.boolean());

/** Something nasty in a place or two, however deep, or something taken away. */
const mutated = (arbitrary: fc.Arbitrary<AnyDocument>) =>
  fc.tuple(arbitrary, fc.array(change, { minLength: 1, maxLength: 3 })).map(([document, changes]) => {
    const copy = structuredClone(document);
    for (const one of changes) mutate(copy, one);
    return copy;
  });

function mutate(document: AnyDocument, [at, evil, isRemoved]: Change): void {
  const places = placesIn(document);
  const [parent, key] = places[at % places.length] ?? [document, 'extra'];
  if (isRemoved) delete parent[key];
  else parent[key] = evil;
}

function placesIn(value: unknown): [Json, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[value as Json, key] as [Json, string], ...placesIn(child)]);
}

/** As it was stored before there was a second version, and what a later server will store. */
const oldBanner = blockOf('banner').map((block) => {
  const { props, ...rest } = block as { props: object };
  return { ...rest, v: 1, props: downgradeProps('banner', 2, props) };
});
const future = fc.record({ id: fc.constant('later'), kind: fc.constantFrom('lottery', 'heading'), v: fc.constant(7) });
const few = fc.array(fc.oneof(...BLOCK_KINDS.map(blockOf), oldBanner, future), { maxLength: MAX_BLOCKS });
const crowd = fc.array(fc.oneof(blockOf('spacer'), blockOf('products')), { minLength: MAX_BLOCKS + 1, maxLength: 70 });
const blocks = fc.oneof({ weight: 15, arbitrary: few }, { weight: 1, arbitrary: crowd });
const documents = fc
  .tuple(blocks, fc.constantFrom('home', 'category', 'member', 'campaign'))
  .map(([list, page]): AnyDocument => ({ contract: 1, page, title: '页面', blocks: list }));

/** The first version of banners, as the builds that know no other understand it. */
const FirstBanner = LAYOUT_KINDS.banner.props
  .omit({ seconds: true })
  .extend({ intervalMs: z.int().min(2000).max(15_000) });

/** Whether a build of this contract can draw the block. */
const isDrawable = ({ kind, v }: { kind: BlockKind; v: number }, contract: number) =>
  LAYOUT_KINDS[kind].since[v - 1]! <= contract && BLOCK_SHAPES[kind] !== undefined;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isOld = (block: unknown) => isObject(block) && block.kind === 'banner' && block.v === 1;

test('a kind that is no word, and cannot be made one, is refused in words too', () => {
  const document = {
    contract: 1,
    page: 'home',
    title: '首页',
    blocks: [{ id: 'a', kind: { toString: 1 }, v: 1, props: {} }],
  };
  const issues = LayoutDocument.safeParse(document).error!.issues;
  expect(issues.map((issue) => explainIssue(document, issue))).toContain('这里不认识「」这种区块，删掉才能发布');
});

test('any document, random or mutated, is refused or adapted with a reason, and what goes out is right for its client', () => {
  const seen = { whole: 0, refused: 0, left: 0, adapted: 0, old: 0, tooMany: 0 };
  const property = fc.property(fc.oneof(documents, mutated(documents)), clients, (document, someone) => {
    const today = upgraded(document);
    const result = LayoutDocument.safeParse(today);
    for (const issue of result.error?.issues ?? []) {
      const text = explainIssue(today, issue);
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/Invalid|expected|undefined/);
    }
    const read = readDocument(document, { page: 'home', title: '首页' });
    expect(LayoutDocument.safeParse(read.document).error).toBeUndefined();
    expect(read.document.blocks.length + read.left.length).toBe(blocksOf(document).length);
    if (read.left.length > 0) expect(result.success).toBe(false);
    const { document: sent, changed } = adaptDocument(read.document, someone);
    expect(LayoutDocument.safeParse(upgraded(sent as never)).error).toBeUndefined();
    for (const block of sent.blocks) {
      if (isOld(block)) expect(FirstBanner.safeParse(block.props).error).toBeUndefined();
      expect(isDrawable(block, someone.contract)).toBe(true);
      expect(block).not.toHaveProperty('note');
      expect(block).not.toHaveProperty('fallback');
    }
    const gone = read.document.blocks.filter(({ id }) => !sent.blocks.some((block) => block.id === id));
    expect(gone.every(({ id }) => changed.some(({ blockId }) => blockId === id))).toBe(true);
    seen[result.success ? 'whole' : 'refused'] += 1;
    seen.left += read.left.length;
    seen.old += blocksOf(document).filter(isOld).length;
    seen.tooMany += Number(blocksOf(document).length > MAX_BLOCKS);
    seen.adapted += changed.length;
  });
  fc.assert(property, runs(10_000));
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
}, 600_000);

/** As if banners had come to a third version with contract 9, and headings to a second one that cannot go back. */
const later: Versions = {
  since: {
    ...(Object.fromEntries(BLOCK_KINDS.map((kind) => [kind, [1]])) as unknown as Versions['since']),
    banner: [1, 3, 9],
    heading: [1, 9],
    cube: [2],
  },
  steps: {
    ...BLOCK_STEPS,
    banner: [...BLOCK_STEPS.banner!, { up: (props) => props, down: (props) => ({ ...props, ratio: '9:4' }) }],
    heading: [{ up: (props) => props, down: () => null }],
  },
};
const picture = { url: '/assets/a.jpg', width: 10, height: 10, alt: '' };
const none = { type: 'none' } as const;
const at = <T extends object>(v: number, block: T) => ({ ...block, v }) as unknown as LayoutDocument['blocks'][number];

test('what a client is too old for goes down a version, else its picture goes out, else nothing', () => {
  const banner = at(3, { id: 'b', kind: 'banner', props: { items: [], ratio: '1:1', seconds: 5 } });
  const fallback = { do: 'picture', picture, link: none } as const;
  const document = {
    ...LayoutDocument.parse(layout([])),
    blocks: [banner, at(2, heading('图', { fallback })), at(2, heading('无'))],
  };
  const shownTo = (contract: number) => {
    const { document: sent, changed } = adaptDocument(document, { ...client, contract }, later);
    return [sent.blocks.map(({ kind, v }) => `${kind} ${v}`), changed.map(({ reason }) => reason)];
  };
  expect(shownTo(9)).toEqual([['banner 3', 'heading 2', 'heading 2'], []]);
  expect(shownTo(8)).toEqual([
    ['banner 2', 'cube 1'],
    ['older', 'picture', 'tooNew'],
  ]);
  expect(shownTo(1)).toEqual([['banner 1'], ['older', 'tooNew', 'tooNew']]);
  const { document: oldest } = adaptDocument(document, { ...client, contract: 1 }, later);
  expect(oldest.blocks[0]!.props).toEqual({ items: [], ratio: '9:4', intervalMs: 5000 });
});

test('one bad block never costs the page: it alone is left out', () => {
  const good = heading('好');
  const raw = {
    title: '',
    theme: { name: 'neon' },
    blocks: [null, { ...good, v: 9 }, { id: 'x', kind: 'toString' }, good, good],
  };
  const { document, left, indexes } = readDocument(raw, { page: 'home', title: '首页' });
  expect(document).toMatchObject({ title: '首页', blocks: [{ id: good.id }] });
  expect(document).not.toHaveProperty('theme');
  expect(indexes).toEqual([3]);
  expect(left.map(({ why }) => why)).toEqual(['unknown', 'invalid', 'unknown', 'repeated']);
});

test('a page of sixty blocks is understood and adapted whole', () => {
  const blocks = Array.from(
    { length: 60 },
    (_, nth) => ({ id: `s-${nth}`, kind: 'products', v: 1, props: { source: { from: 'all' }, link: none } }) as never,
  );
  const many = readDocument({ ...layout(blocks) }, { page: 'home', title: '首页' });
  expect([many.document.blocks.length, many.left.length]).toEqual([20, 40]);
  const mixed = blocks.map((block, nth) =>
    nth < 20 ? block : { ...heading(`${nth}`), kind: nth < 40 ? 'heading' : 'spacer' },
  );
  const spaced = mixed.map((block, nth) => (nth < 40 ? block : { id: `g-${nth}`, kind: 'spacer', v: 1, props: {} }));
  const read = readDocument({ ...layout(spaced as never) }, { page: 'home', title: '首页' });
  expect(adaptDocument(read.document, client).document.blocks).toHaveLength(60);
});
