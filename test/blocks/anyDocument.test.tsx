import fc from 'fast-check';
import { render, screen, cleanup } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { LayoutDocument } from '@jishi/contract/layouts';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { BlockList } from '@/blocks/BlockList';
import { groundOf } from '@/components/ground';
import { readTheme, themeClasses } from '@/components/theme';
import { nextTurn, openBlocks } from '@/lib/openBlocks';
import { queryClient } from '@/lib/queries';
import { readLayout } from '@/lib/readLayout';
import { demoCampaign } from '../support/demoLayout';
import { HOSTILE_VALUES } from '../support/hostileValues';
import { runs } from '../support/runs';
import { fakeServer } from '../support/storefront/fakeServer';
import { cards, productPage } from '../support/storefront/goods';

const sound = LayoutDocument.parse(demoCampaign);
const nonsense = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    0,
    -1,
    NaN,
    '',
    '<script>alert(1)</script>',
    'constructor',
    '__proto__',
    [],
    {},
  ),
  fc.constantFrom(...HOSTILE_VALUES),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Somewhere in the document, chosen by `seeds`, stands something else. */
function spoil(value: unknown, seeds: readonly number[], by: unknown): unknown {
  if (seeds.length === 0 || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[seeds[0]! % keys.length]!;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  copy[key] = spoil(copy[key], seeds.slice(1), by);
  return copy;
}

/** What stood on a disk before there was a second version, and what a later server may send. */
const others = fc.constantFrom<unknown>(
  { ...sound.blocks.find(({ kind }) => kind === 'banner')!, v: 1 },
  { ...sound.blocks.find(({ kind }) => kind === 'heading')!, id: 'later', v: 7 },
  { id: 'lottery', kind: 'lottery', v: 1, props: {} },
  JSON.parse('{"id":"p","kind":"__proto__","v":1,"props":{"__proto__":{"title":"x"}}}'),
);
const crowd = Array.from({ length: MAX_BLOCKS + 1 }, (_, nth) => ({
  id: `gap-${nth}`,
  kind: 'spacer',
  v: 1,
  props: { height: 12, line: 'none' },
}));
const strange = fc.oneof(
  { weight: 9, arbitrary: fc.array(others, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant(crowd) },
);

const some = fc.subarray(sound.blocks, { minLength: 1, maxLength: 4 }).map((blocks) => ({ ...sound, blocks }));

const changes = fc.array(fc.record({ seeds: fc.array(fc.nat(60), { minLength: 1, maxLength: 7 }), by: nonsense }), {
  minLength: 1,
  maxLength: 4,
});
const spoilt = fc
  .tuple(some, changes)
  .map(([document, all]) => all.reduce<unknown>((value, { seeds, by }) => spoil(value, seeds, by), document));
const joined = fc
  .tuple(some, strange)
  .map(([document, blocks]) => ({ ...document, blocks: [...document.blocks, ...blocks] }));

const anything = fc.oneof(
  { weight: 8, arbitrary: spoilt },
  { weight: 2, arbitrary: joined },
  { weight: 2, arbitrary: nonsense },
);

/** As a page does: the guard, the windows, the theme and the ground, then the blocks beside something of its own. */
function draw(value: unknown): void {
  const document = readLayout(value);
  const blocks = openBlocks(document?.blocks ?? [], 1_000);
  nextTurn(blocks, 1_000);
  const theme = readTheme(document?.theme);
  render(
    <QueryClientProvider client={queryClient}>
      <div className={themeClasses(theme)} style={{ ...theme.own, ...groundOf(document?.background) }}>
        <p>这一页自己的</p>
        <BlockList blocks={blocks} onFailed={() => undefined} />
      </div>
    </QueryClientProvider>,
  );
}

test('whatever a document holds, nothing is thrown outside a block and the page is not blank', () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  fakeServer({ 'GET /api/products': () => productPage(cards(2)), 'GET /api/categories': () => ({ items: [] }) });
  fc.assert(
    fc.property(anything, (value) => {
      try {
        draw(JSON.parse(JSON.stringify(value ?? null)));
        expect(screen.getByText('这一页自己的')).toBeInTheDocument();
      } finally {
        cleanup();
        queryClient.clear();
      }
    }),
    runs(10_000),
  );
  log.mockRestore();
}, 300_000);
