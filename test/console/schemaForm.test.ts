import { BLOCK_KINDS, BLOCK_SHAPES, LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import { newBlock } from '../../console/src/layouts/draft/blocks';
import { ownProblems, PageShape } from '../../console/src/layouts/draft/problems';
import { formOf } from '../../console/src/layouts/form/formOf';
import { startVariant } from '../../console/src/layouts/form/startOf';
import { shapePaths, unnamedIn, walkForm } from './formPlaces';

describe.each(BLOCK_KINDS)('the form of %s', (kind) => {
  const places = walkForm(formOf(BLOCK_SHAPES[kind]), kind);

  test('has a field for every property of the contract, none of them unknown', () => {
    expect(places.map(({ path }) => path)).toEqual(expect.arrayContaining(shapePaths(BLOCK_SHAPES[kind], kind)));
    expect(places.filter(({ node }) => node.is === 'unknown').map(({ path }) => path)).toEqual([]);
  });

  test('names every field and every choice in Chinese', () => {
    expect(unnamedIn(places, kind)).toEqual([]);
  });

  test('a new block lacks nothing but pictures, what to pick and what only a person can write', () => {
    const block = newBlock(kind);
    const problems = ownProblems({ contract: 1, page: 'home', title: '首页', blocks: [block] });
    expect(problems.filter(({ text }) => text !== '还没有填' && !/^至少要|^图片的张数/.test(text))).toEqual([]);
    expect(block.v).toBe(LAYOUT_KINDS[kind].since.length);
  });
});

test('the page itself has a form for its title, sharing, theme and background', () => {
  const places = walkForm(formOf(PageShape), 'page');
  expect(places.map(({ path }) => path)).toEqual(expect.arrayContaining(shapePaths(PageShape, 'page')));
  expect(places.filter(({ node }) => node.is === 'unknown')).toEqual([]);
});

test('every variant starts with what it needs and passes the contract once its empty fields are filled', () => {
  const form = formOf(LAYOUT_KINDS.products.props);
  const source = form.is === 'group' ? form.fields.find(({ name }) => name === 'source')!.node : form;
  if (source.is !== 'variants') throw new Error('no variants');
  expect(source.variants.map((variant) => startVariant(source.by, variant))).toEqual([
    { from: 'ids', ids: [] },
    { from: 'category', slug: '' },
    { from: 'tag', tag: '' },
    { from: 'all' },
  ]);
});

test('a mistake is told once, at its field and in Chinese', () => {
  const block = { ...newBlock('heading'), id: 'h' };
  const say = (props: Record<string, unknown>) =>
    ownProblems({ contract: 1, page: 'home', title: '首页', blocks: [{ ...block, props }] });
  expect(say({ title: '', link: { type: 'campaign', slug: '' } })).toEqual([
    { level: 'error', blockId: 'h', path: 'props.title', text: '还没有填' },
    { level: 'error', blockId: 'h', path: 'props.link.slug', text: '还没有填' },
  ]);
  expect(say({ title: '字'.repeat(21), link: { type: 'none' } })).toMatchObject([{ text: '最多 20 个字' }]);
});

test('what has a default of its own is never asked for', () => {
  const asked = BLOCK_KINDS.flatMap((kind) => walkForm(formOf(BLOCK_SHAPES[kind]), kind)).flatMap(({ path, node }) =>
    node.is === 'group'
      ? node.fields
          .filter((field) => field.isRequired && field.node.initial !== undefined)
          .map((field) => `${path}.${field.name}`)
      : [],
  );
  expect(asked).toEqual([]);
});
