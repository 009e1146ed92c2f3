import fc from 'fast-check';
import { handOver } from '../../src/attribution/handOver';
import { addRules } from '../../src/attribution/rules';
import { OWNER, addOrder, customerOf, giveBack, mergeInto, payOrder, setState, visit } from './attribution';
import { alive, hasOf, isKnown, isSelf, note, numberOf, type OrderFacts, type Scene } from './attributionModel';

const DAY = 86_400_000;
// the first is one of the guides
const person = fc.constantFrom(0, 1, 1, 2, 2, 3);
const guide = fc.nat(2);
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1000, 60_000, 31 * 60_000, DAY) },
  { weight: 1, arbitrary: fc.constantFrom(5 * DAY, 15 * DAY - 1000, 15 * DAY, 80 * DAY) },
);
const line = fc.record({
  productId: fc.constantFrom('1', '2', '3'),
  totalFen: fc.integer({ min: 0, max: 9999 }),
});
const rules = fc.record({
  keepDays: fc.constantFrom(10, 180),
  idleDays: fc.constantFrom(5, 90),
  orderDays: fc.constantFrom(1, 15),
  own: fc.constantFrom('exclude' as const, 'mark' as const),
  untouched: fc.constantFrom('guide' as const, 'nobody' as const),
  commissionPermille: fc.constantFrom(0, 33, 1000),
});

const act = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('scan' as const), person, guide }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      person,
      lines: fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ productId }) => productId }),
      off: fc.nat(50),
      shippingFen: fc.constantFrom(0, 600),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('pay' as const), nth: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refund' as const), nth: fc.nat(5), part: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), person, into: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hand_over' as const),
      guide,
      to: fc.option(guide, { freq: 4 }),
      of: fc.option(person, { freq: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), guide }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), guide }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), rules }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('jobs' as const) }) },
);
export const history = fc.array(fc.record({ act, gap }), { minLength: 25, maxLength: 50, size: 'max' });
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Does it in the shop, and notes what the shop ought to have noted. */
export async function play(scene: Scene, one: Act): Promise<void> {
  const { shop, guides } = scene;
  const at = new Date(scene.clock.now);
  switch (one.do) {
    case 'scan':
      return scan(scene, one);
    case 'place':
      return place(scene, one);
    case 'pay': {
      const order = nthOf(scene, one.nth, ({ paidAt }) => paidAt === null);
      if (!order) return;
      const userId = numberOf(scene, order.person);
      order.paidAt = at;
      await payOrder(shop, userId, order.orderId);
      const buyer = scene.isActive[0] && isSelf(scene, 0, userId) ? guides[0]!.employeeId : null;
      if (isKnown(scene, userId)) note(scene, userId, 'order', { byEmployeeId: buyer, orderId: order.orderId });
      return;
    }
    case 'refund': {
      const order = nthOf(scene, one.nth, ({ paidAt, backFen, totalFen }) => paidAt !== null && backFen < totalFen);
      if (!order) return;
      const left = order.totalFen - order.backFen;
      const fen = one.part >= 60 ? left : Math.max(1, Math.floor((left * one.part) / 100));
      order.backFen += fen;
      return giveBack(shop, numberOf(scene, order.person), order.orderId, fen);
    }
    case 'merge': {
      const [from, into] = [numberOf(scene, one.person), numberOf(scene, one.into)];
      if (from === into) return;
      await mergeInto(shop, from, into);
      const [old, now] = [scene.roots[one.person]!, scene.roots[one.into]!];
      scene.roots = scene.roots.map((root) => (root === old ? now : root));
      scene.merges.push({ from, into, at });
      return;
    }
    case 'hand_over':
      return give(scene, one);
    case 'leave': {
      const { employeeId } = guides[one.guide]!;
      scene.isActive[one.guide] = false;
      await setState(shop, employeeId, 'disabled');
      for (const userId of alive(scene)) {
        if (hasOf(scene, userId, employeeId, ['left', 'hand_over'])) note(scene, userId, 'left', { employeeId });
      }
      return;
    }
    case 'return':
      scene.isActive[one.guide] = true;
      await setState(shop, guides[one.guide]!.employeeId, 'active');
      return;
    case 'rules':
      scene.rules.push((await addRules(shop.ctx, OWNER.employeeId, one.rules)).after);
      return;
    case 'jobs':
      await shop.runJobs();
      for (const userId of alive(scene)) scene.seen.push({ userId, at, row: await customerOf(shop, userId) });
  }
}

type Of<D extends Act['do']> = Extract<Act, { do: D }>;

async function scan(scene: Scene, { person: nth, guide: code }: Of<'scan'>): Promise<void> {
  const userId = numberOf(scene, nth);
  const { token } = scene.guides[code]!;
  await visit(scene.shop, userId, token);
  const holder = scene.holders[code]!;
  if (!scene.isActive[holder]) return;
  const storeId = scene.codeStores[code] ?? scene.workplaces[holder]!;
  const isOwn = isSelf(scene, holder, userId);
  scene.scans += isOwn ? 0 : 1;
  note(scene, userId, 'scan', { employeeId: scene.guides[holder]!.employeeId, storeId, token, isOwn });
}

async function place(scene: Scene, { person: nth, lines, off, shippingFen }: Of<'place'>): Promise<void> {
  const cut = lines.map((one) => ({ ...one, offFen: Math.floor((one.totalFen * off) / 100) }));
  const orderId = await addOrder(scene.shop, numberOf(scene, nth), cut, shippingFen);
  const totalFen = cut.reduce<number>((sum, one) => sum + one.totalFen - one.offFen, shippingFen);
  const placedAt = new Date(scene.clock.now);
  scene.orders.push({ person: nth, orderId, placedAt, totalFen, paidAt: null, backFen: 0 });
}

async function give(scene: Scene, { guide: giver, to: taker, of }: Of<'hand_over'>): Promise<void> {
  const { shop, guides, isActive } = scene;
  if (taker === giver || (taker !== null && !isActive[taker])) return;
  const [from, to] = [guides[giver]!.employeeId, taker === null ? null : guides[taker]!.employeeId];
  const userIds = of === null ? ('all' as const) : [numberOf(scene, of)];
  await shop.ctx.db.tx((tx) => handOver(shop.ctx, tx, { from, to, userIds, by: OWNER.employeeId }));
  const storeId = taker === null ? null : scene.workplaces[taker]!;
  for (const userId of userIds === 'all' ? alive(scene) : userIds) {
    if (!hasOf(scene, userId, from, ['hand_over'])) continue;
    const isOwn = taker !== null && isSelf(scene, taker, userId);
    const by = { fromEmployeeId: from, byEmployeeId: OWNER.employeeId };
    note(scene, userId, 'hand_over', { employeeId: to, ...by, storeId, isOwn });
  }
  if (userIds === 'all' && taker !== null && !isActive[giver]) {
    scene.holders = scene.holders.map((holder) => (holder === giver ? taker : holder));
  }
}

function nthOf(scene: Scene, nth: number, is: (order: OrderFacts) => boolean): OrderFacts | undefined {
  const found = scene.orders.filter(is);
  return found[nth % Math.max(found.length, 1)];
}
