import type { Hand, Screen } from './screen';

const say = async ({ page, tap, stage }: Hand, code = stage.staff.pickupCode) => {
  await page.locator('input').first().fill(code);
  await tap('查这一单');
};
const guide = 'guide' as const;
const refunded = (pickup: { lines: { skuId: string }[] }) => ({
  ...pickup,
  refunded: [{ skuId: pickup.lines[0]!.skuId, quantity: 1 }],
  note: '晚上八点以后来取，麻烦帮忙留在前台，到了给您打电话',
});
const done = (pickup: object) => ({ ...pickup, state: 'done', doneAt: new Date().toISOString() });

/** The counter; what is shown changes no order of the stage. */
export const staffPickupScreens: Screen[] = [
  {
    name: 'staff-pickup',
    page: 'staffPickup',
    kind: 'filled',
    who: guide,
    ready: '顾客的取货码',
    look: 'Large digits to type; one button',
  },
  {
    name: 'staff-pickup-order',
    page: 'staffPickup',
    kind: 'detail',
    who: guide,
    answer: { path: '/pickups/lookup', change: refunded },
    ready: '顾客的取货码',
    act: async (hand) => {
      await say(hand);
      await hand.sees('确认交货');
    },
    look: 'Whom, what and how many; what is paid back is marked; one red button',
  },
  {
    name: 'staff-pickup-used',
    page: 'staffPickup',
    kind: 'detail',
    who: guide,
    answer: { path: '/pickups/lookup', change: done },
    ready: '顾客的取货码',
    act: async (hand) => {
      await say(hand);
      await hand.sees(/已经交过货了/);
    },
    look: 'A used code says when, and has nothing to confirm',
  },
  {
    name: 'staff-pickup-done',
    page: 'staffPickup',
    kind: 'detail',
    who: guide,
    // the real order stays paid: the answer to a look-up is given in its place
    answer: { path: '/pickups/lookup', change: (pickup: object) => pickup },
    ready: '顾客的取货码',
    act: async (hand) => {
      await say(hand);
      await hand.sees('确认交货');
      await hand.page.route('**/pickups/verify', async (route) => {
        const lookup = route.request().url().replace('verify', 'lookup');
        const response = await route.fetch({ url: lookup });
        await route.fulfill({ response, json: done((await response.json()) as object) });
      });
      await hand.tap('确认交货');
      await hand.sees(/^交货完成/);
    },
    look: 'Green, with the number of pieces, and the next one',
  },
  {
    name: 'staff-pickup-wrong',
    page: 'staffPickup',
    kind: 'detail',
    who: guide,
    allows: ['console'],
    ready: '顾客的取货码',
    act: async (hand) => {
      await say(hand, '00000001');
      await hand.sees(/没有查到这个取货码/);
    },
    look: 'The wrong digits stay to be mended, with the reason below',
  },
  {
    name: 'staff-pickup-unanswered',
    page: 'staffPickup',
    kind: 'detail',
    who: guide,
    fail: { path: '/pickups/verify', status: 'offline' },
    ready: '顾客的取货码',
    act: async (hand) => {
      await say(hand);
      await hand.tap('确认交货');
      await hand.sees(/^没等到答复/);
    },
    look: 'It is said that nobody knows, and that once more does no harm',
  },
  {
    name: 'staff-pickup-loading',
    page: 'staffPickup',
    kind: 'loading',
    who: guide,
    hold: '/api/staff',
    ready: '核销取货码',
    look: 'Nothing to type before it is known who has come',
  },
  {
    name: 'staff-pickup-error',
    page: 'staffPickup',
    kind: 'error',
    who: guide,
    fail: { path: '/api/staff', status: 503 },
    ready: '重新加载',
    look: 'One can try again',
  },
];
