import { act, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { BLOCK_KINDS, BLOCK_SHAPES, LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import { LayoutDocument, type AnyBlock } from '@jishi/contract/layouts';
import { newestVersion } from '@jishi/contract/plain/blockVersions';
import { newBlock } from '../../console/src/layouts/draft/blocks';
import { ownProblems } from '../../console/src/layouts/draft/problems';
import { FieldList } from '../../console/src/layouts/form/FieldList';
import { formOf, type FormField, type FormNode } from '../../console/src/layouts/form/formOf';
import { screens } from '../../scripts/screens/list';
import { BLOCKS } from '@/blocks';
import { BlockList } from '@/blocks/BlockList';
import { queryClient } from '@/lib/queries';
import { demoBlocks, demoCampaign } from '../support/demoLayout';
import { shapePaths, unnamedIn, walkForm } from '../console/formPlaces';
import { fakeServer } from '../support/storefront/fakeServer';
import { cards, productPage } from '../support/storefront/goods';

const { blocks } = LayoutDocument.parse(demoCampaign);
const show = (shown: readonly AnyBlock[], onFailed = jest.fn()) => ({
  onFailed,
  ...render(
    <QueryClientProvider client={queryClient}>
      <BlockList blocks={shown} onFailed={onFailed} />
    </QueryClientProvider>,
  ),
});

const guide = { name: '沈知夏', storeName: '湖滨店', phone: '0571-88886666' };
/** Beside the props: so that the parts of an absent group are drawn too. */
const EVERYTHING = { visible: { isHidden: true }, style: { radius: 'small' }, fallback: { do: 'hide' } };

const fieldsOf = (node: FormNode): FormField[] => (node.is === 'group' ? node.fields : []);
/** The fields as the editor shows them: the props without a frame of their own. */
const fieldsShown = (form: FormNode) =>
  fieldsOf(form).filter(({ node }) => node.is !== 'constant' && node.widget !== 'hidden');
/** The names of a field's own parts where it is a group, or its own. */
const namesIn = ({ node }: FormField): string[] =>
  node.is === 'group' && !node.widget ? node.fields.flatMap(namesIn) : [node.title];

beforeEach(
  () =>
    void fakeServer({
      'GET /api/products': () => productPage(cards(4)),
      'GET /api/my-guide': () => ({ guide, isAgreed: false }),
    }),
);

describe.each(BLOCK_KINDS)('%s', (kind) => {
  const demos = blocks.filter((block) => block.kind === kind);

  test('has a component, a schema and a demo that the schema accepts', () => {
    expect(BLOCKS[kind]).toBeInstanceOf(Function);
    expect(LAYOUT_KINDS[kind].since.length).toBeGreaterThan(0);
    expect(demos.length).toBeGreaterThan(0);
    for (const demo of demos) expect(BLOCK_SHAPES[kind].safeParse(demo).success).toBe(true);
  });

  test('is drawn from its demo and fails nowhere', async () => {
    const { container, onFailed } = show(demos);
    await waitFor(() => expect(container.childElementCount).toBeGreaterThan(0));
    expect(onFailed).not.toHaveBeenCalled();
  });

  test('has a form, each field of which has a Chinese name and something to put in', async () => {
    const form = formOf(BLOCK_SHAPES[kind]);
    const places = walkForm(form, kind);
    expect(places.map(({ path }) => path)).toEqual(expect.arrayContaining(shapePaths(BLOCK_SHAPES[kind], kind)));
    expect(unnamedIn(places, kind)).toEqual([]);
    const fields = fieldsShown(form);
    const { container } = render(
      <QueryClientProvider client={queryClient}>
        <FieldList fields={fields} value={{ ...demos[0], ...EVERYTHING }} path="" onChange={() => undefined} />
      </QueryClientProvider>,
    );
    await act(async () => undefined);
    // by their attributes: roles are looked up from computed styles, which takes seconds a form
    const groups = [...container.querySelectorAll('[role="group"][aria-label]')];
    const usable = groups.filter((group) => group.querySelector('input, textarea, button, [contenteditable], [role]'));
    const names = new Set(usable.map((group) => group.getAttribute('aria-label')));
    const empty = fields.flatMap(namesIn).filter((title) => !names.has(title));
    expect(empty).toEqual([]);
  });

  test('is added by the console as a block that says what is missing in Chinese, if anything', () => {
    const block = newBlock(kind);
    const problems = ownProblems({ contract: 1, page: 'home', title: '首页', blocks: [block] });
    expect([block.kind, block.v]).toEqual([kind, newestVersion(kind)]);
    for (const { text } of problems) expect(text).toMatch(/[一-龥]/);
  });

  test('has a picture of its own among the screens', () => {
    const own = screens.find(({ name }) => name === `block-${kind}`)!;
    const { document } = own.answer!.change({} as never) as { document: LayoutDocument };
    expect(document.blocks.some((block) => block.kind === kind)).toBe(true);
  });

  test('broken inside, it leaves its neighbour standing', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const heading = blocks.find((block) => block.kind === 'heading')!;
    const broken = { ...demos[0]!, id: 'broken', props: null } as unknown as AnyBlock;
    show([broken, heading]);
    expect(screen.getByText('今晚的摊位')).toBeInTheDocument();
    log.mockRestore();
  });
});

test('a demo names every kind, and nothing beside them', () => {
  expect([...new Set(demoBlocks.map(({ kind }) => kind))].sort()).toEqual([...BLOCK_KINDS].sort());
});

test('a block that throws is reported, and one in its place is drawn', () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const [banner] = blocks.filter(({ kind }) => kind === 'banner') as [AnyBlock];
  const { onFailed, rerender } = show([{ ...banner, props: { items: 5 } } as unknown as AnyBlock]);
  expect(onFailed.mock.calls).toEqual([['banner']]);
  rerender(
    <QueryClientProvider client={queryClient}>
      <BlockList blocks={[banner]} />
    </QueryClientProvider>,
  );
  expect(screen.getAllByText('中秋夜市').length).toBeGreaterThan(0);
  log.mockRestore();
});

test('a block that is unknown is reported, a block without a style gets no element around it', () => {
  const search = blocks.find((block) => block.kind === 'search')!;
  const { container, onFailed } = show([search, { ...search, id: 'x', kind: 'hologram' } as unknown as AnyBlock]);
  expect(onFailed.mock.calls).toEqual([['x']]);
  expect(container.firstElementChild!.className).toContain('frame');
});

test('a block with a ground stands in one element of its own, which carries the ground and the colour of words on it', () => {
  const { container } = show(blocks.filter(({ id }) => id === 'heading'));
  const box = container.firstElementChild as HTMLElement;
  expect(box.className.split(' ')).toEqual(
    expect.arrayContaining(['ground', 'outAbove12', 'outGutter12', 'inner8', 'medium']),
  );
  expect(box.style.background).toBe('var(--c-ink)');
  expect(box.style.getPropertyValue('--on-ground')).toBe('var(--c-paper)');
});
