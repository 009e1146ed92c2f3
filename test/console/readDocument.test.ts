import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { BLOCK_KINDS } from '@jishi/contract/layoutBlocks';
import { newBlock } from '../../console/src/layouts/draft/blocks';
import { allProblems } from '../../console/src/layouts/draft/problems';
import { readDocument } from '../../console/src/layouts/draft/readDocument';
import { Structure } from '../../console/src/layouts/editor/Structure';
import type { BlockActions } from '../../console/src/layouts/editor/useBlockActions';
import { runs } from '../support/runs';

// ES modules that node does not load by itself; what they draw is not asked here
jest.mock('@ant-design/icons', () => new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : () => null) }));

/** The list of the page's blocks as the editor draws it. */
function structureOf(raw: Record<string, unknown>): string {
  const document = readDocument(raw);
  const props = { document, problems: allProblems(document, []), selectedId: null, actions: {} as BlockActions };
  return renderToStaticMarkup(createElement(Structure, props));
}

const page = (...blocks: unknown[]) => ({ contract: 1, page: 'home', title: '首页', blocks });

test.each([
  ['note', {}],
  ['note', ['x']],
  ['visible', 'weapp'],
  ['visible', { platforms: 'weapp' }],
  ['visible', { platforms: [{}, 'weapp'] }],
  ['style', 7],
  ['props', { text: '', until: 'soon' }],
  ['kind', {}],
])('a stored block whose %s is %j does not break the list of blocks', (field, value) => {
  const drawn = structureOf(page({ ...newBlock('countdown'), [field]: value }, newBlock('heading')));
  expect(drawn).toContain('新标题');
});

test('whatever is stored in the place of a block’s fields, the list of blocks is drawn', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const kinds = [...BLOCK_KINDS];
  const broken = fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.dictionary(fc.constantFrom('id', 'kind', 'v', 'note', 'style', 'visible', 'fallback', 'props'), json),
    )
    .map(([kind, fields]) => ({ ...newBlock(kind), ...fields }));
  const props = fc.tuple(fc.constantFrom(...kinds), fc.infiniteStream(json)).map(([kind, values]) => {
    const block = newBlock(kind);
    return { ...block, props: Object.fromEntries(Object.keys(block.props).map((name) => [name, values.next().value])) };
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(broken, props, json), { maxLength: 6 }), (blocks) => {
      expect(structureOf(page(...blocks))).toContain('页面结构');
    }),
    runs(2000),
  );
});
