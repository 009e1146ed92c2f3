import { BLOCK_KINDS, LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import { demoBlocks, demoCampaign } from '../../test/support/demoLayout';
import { released } from './layoutAnswers';
import type { Screen } from './screen';

const HEADING = '今晚的摊位';

/** What to look at; a kind that is not here does not compile. */
const LOOKS: Readonly<Record<BlockKind, string>> = {
  search: 'A quiet box with its hint, as wide as the page',
  notice: 'One line, a long text runs off gently',
  heading: 'A title, its line below, a way on at the right',
  spacer: 'A dashed line with even room above and below',
  fab: 'A round button above the content, words below its picture',
  banner: 'A wide picture, words on its empty third, dots',
  cube: 'One large picture and two small ones with even gaps',
  hotspot: 'One picture; where it can be pressed nothing shows',
  video: 'A poster with a sign to press, its title below',
  richText: 'A small heading, a paragraph, a list, on paper',
  navGrid: 'Four in a row, pictures of one size, names in the middle',
  products: 'Rows, a strip and two columns',
  countdown: 'Figures of one width; the words before them',
  guide: 'Who helps this shopper, and how to ask',
};

/** Each kind of block by itself, below a heading: what a merchant sees who adds one. */
export const blockScreens: Screen[] = BLOCK_KINDS.map((kind) => ({
  name: `block-${kind}`,
  page: 'campaign',
  kind: 'detail' as const,
  query: () => 'slug=fair',
  answer: {
    path: '/api/layouts/fair',
    status: 200,
    change: released({
      ...demoCampaign,
      title: LAYOUT_KINDS[kind].title,
      blocks: demoBlocks.filter((block) => block.kind === kind || block.kind === 'heading'),
    }),
  },
  ready: HEADING,
  look: LOOKS[kind],
}));
