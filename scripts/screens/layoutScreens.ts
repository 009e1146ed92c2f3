import { demoBlocks, demoCampaign } from '../../test/support/demoLayout';
import { homeIn, released } from './layoutAnswers';
import type { Screen } from './screen';

const path = '/api/layouts/fair';
const query = () => 'slug=fair';
const some = (...ids: string[]) => demoBlocks.filter(({ id }) => ids.includes(id));
const fair = (...ids: string[]) => ({ path, status: 200, change: released({ ...demoCampaign, blocks: some(...ids) }) });

/** Pages of blocks that a merchant has put together. */
export const layoutScreens: Screen[] = [
  {
    name: 'campaign',
    page: 'campaign',
    kind: 'filled',
    query,
    answer: fair('banner', 'notice', 'countdown', 'navGrid', 'heading', 'cube', 'fab'),
    ready: '今晚的摊位',
    look: 'Blocks stand in one gutter with even distances; nothing shifts when a picture comes',
  },
  {
    name: 'campaign-pictures',
    page: 'campaign',
    kind: 'detail',
    query,
    answer: fair('hotspot', 'video', 'richText', 'spacer', 'guide'),
    ready: '师傅怎么炒茶',
    look: 'A picture with areas, a film behind its poster, words on paper, a dashed line',
  },
  {
    name: 'campaign-goods',
    page: 'campaign',
    kind: 'detail',
    query,
    answer: fair('rows', 'strip', 'grid'),
    ready: '推着看',
    look: 'The three ways of showing goods; a ground of its own reaches from edge to edge',
  },
  {
    name: 'campaign-own-colours',
    page: 'campaign',
    kind: 'detail',
    query,
    answer: {
      path,
      status: 200,
      change: released({
        ...demoCampaign,
        theme: { name: 'persimmon', primary: '#1b4fbf', price: '#a11d7a', paper: '#eef2fa' },
        blocks: some('countdown', 'notice', 'heading', 'strip'),
      }),
    },
    ready: '推着看',
    look: 'A merchant’s own blue on buttons, grounds and words, all readable',
  },
  {
    name: 'campaign-loading',
    page: 'campaign',
    kind: 'loading',
    query,
    hold: path,
    ready: '活动',
    look: 'A banner and two columns wait under the bar',
  },
  {
    name: 'campaign-error',
    page: 'campaign',
    kind: 'error',
    query,
    fail: { path, status: 503 },
    ready: '活动没加载出来',
    look: 'What did not come, and one button',
  },
  {
    name: 'campaign-over',
    page: 'campaign',
    kind: 'empty',
    query: () => 'slug=never-was',
    ready: '这场活动收摊了',
    look: 'A page that is over says so kindly, with a way on and goods below',
    allows: ['console'],
  },
  {
    name: 'home-own-colours',
    page: 'home',
    kind: 'detail',
    answer: { path: '/api/layouts/home', change: homeIn({ name: 'plum', primary: '#1b4fbf', paper: '#eef2fa' }) },
    ready: '街坊都在买',
    look: 'Sign, awning and prices follow; the pictures stay',
  },
];
