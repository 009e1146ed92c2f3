import type { Actor } from '../../src/adminAuth';
import { createCodes } from '../../src/codes/editCodes';
import { scanCode } from '../../src/codes/scanCode';
import { sql } from '../../src/db/db';
import { joined } from '../../src/db/joined';
import { setEmployeeState } from '../../src/employees/editEmployees';
import { mergePeople } from '../../src/members/mergePeople';
import { moveOrder } from '../../src/orders/moveOrder';
import type { TestApp } from './testApp';

/** One who does what an owner does in the console. */
export const OWNER: Actor = {
  employeeId: '1',
  role: 'owner',
  tokenHash: '',
  storeIds: null,
  mustChangePassword: false,
};

/** A clock that stands still until it is moved, so that a moment is exact. */
export function stopClock(shop: TestApp): { now: number; pass(ms: number): void } {
  const clock = {
    now: Math.ceil(Date.now() / 1000) * 1000,
    pass: (ms: number) => void (clock.now += ms),
  };
  shop.ctx.now = () => new Date(clock.now);
  return clock;
}

export interface Guide {
  employeeId: string;
  name: string;
  token: string;
}

/** Somebody of the staff with a code; where they work is said by `storeIds`, and on the code itself by `codeStoreId`. */
export async function addGuide(
  { ctx }: TestApp,
  {
    name = '沈知夏',
    userId = null as string | null,
    storeIds = [] as string[],
    codeStoreId = null as string | null,
  } = {},
): Promise<Guide> {
  const employeeId = ctx.makeId();
  await ctx.db.query(
    sql`insert into employees (employee_id, user_id, name, role, state, created_at)
      values (${employeeId}, ${userId}, ${name}, 'staff', 'active', ${ctx.now()})`,
  );
  for (const storeId of storeIds) {
    await ctx.db.query(sql`insert into employee_stores (employee_id, store_id) values (${employeeId}, ${storeId})`);
  }
  return { employeeId, name, token: await addCode({ ctx }, employeeId, codeStoreId) };
}

export async function addCode(
  { ctx }: Pick<TestApp, 'ctx'>,
  employeeId: string,
  storeId: string | null = null,
  expiresAt?: Date,
) {
  const [code] = await createCodes(ctx, '1', {
    names: [`码 ${employeeId}`],
    target: { kind: 'home', id: '' },
    campaign: '',
    employeeId,
    storeId,
    expiresAt: expiresAt?.toISOString() ?? null,
  });
  return code!.token;
}

/** A person who has never been here. */
export async function addPerson({ ctx }: TestApp): Promise<string> {
  const userId = ctx.makeId();
  await ctx.db.query(sql`insert into users (user_id, created_at) values (${userId}, ${ctx.now()})`);
  return userId;
}

/** Comes to the shop through a code, or without one. */
export async function visit({ ctx }: TestApp, userId: string, token?: string): Promise<void> {
  const visitId = ctx.makeId();
  await ctx.db.query(
    sql`insert into visits (user_id, visit_id, device_id, platform, app_id, source, scene, path, query, created_at)
      values (${userId}, ${visitId}, 'd', 'h5', 'h5', 'direct', '', '', '{}', ${ctx.now()})`,
  );
  if (token !== undefined) await scanCode(ctx, { userId, visitId }, token);
}

export interface Line {
  productId: string;
  totalFen: number;
  offFen: number;
}

/** An order as checkout leaves it, unpaid; answers its number. */
export async function addOrder(
  { ctx }: TestApp,
  userId: string,
  lines: readonly Line[] = [{ productId: '1', totalFen: 10_000, offFen: 0 }],
  shippingFen = 0,
): Promise<string> {
  const orderId = ctx.makeId();
  const sum = (name: 'totalFen' | 'offFen') => lines.reduce((whole, line) => whole + line[name], 0);
  const [goods, off] = [sum('totalFen'), sum('offFen')];
  await ctx.db.query(
    sql`insert into orders (user_id, order_id, state, platform, app_id, visit_id, goods_fen, shipping_fen, discount_fen,
        total_fen, address, note, created_at, expires_at)
      values (${userId}, ${orderId}, 'unpaid', 'h5', 'h5', 1, ${goods}, ${shippingFen}, ${off}, ${goods + shippingFen - off},
        '{}', '', ${ctx.now()}, ${ctx.now()})`,
  );
  await ctx.db.query(sql`insert into order_owners (order_id, user_id) values (${orderId}, ${userId})`);
  for (const { productId, totalFen, offFen } of lines) {
    const lineId = ctx.makeId();
    await ctx.db.query(
      sql`insert into order_lines (user_id, order_id, line_id, sku_id, product_id, title, option_text, unit_fen, quantity,
          total_fen)
        values (${userId}, ${orderId}, ${lineId}, ${productId}, ${productId}, 't', '', ${totalFen}, 1, ${totalFen})`,
    );
    await ctx.db.query(
      sql`insert into order_adjustments (user_id, order_id, adjustment_id, line_id, kind, ref, fen)
        values (${userId}, ${orderId}, ${ctx.makeId()}, ${lineId}, 'reach', '1', ${offFen})`,
    );
  }
  return orderId;
}

export async function payOrder({ ctx }: TestApp, userId: string, orderId: string): Promise<void> {
  await ctx.db.tx((tx) => moveOrder(ctx, tx, { userId, orderId, from: 'unpaid', to: 'paid', reason: 'payment' }));
}

/** Money that has gone back. */
export async function giveBack({ ctx }: TestApp, userId: string, orderId: string, fen: number, ref?: string) {
  const refundId = ctx.makeId();
  await ctx.db.query(
    sql`insert into refunds (user_id, refund_id, payment_id, order_id, refund_no, amount_fen, reason, state, ref, created_at,
        settled_at)
      values (${userId}, ${refundId}, 1, ${orderId}, ${`R${refundId}`}, ${fen}, '', 'succeeded', ${ref ?? `by-hand:${refundId}`},
        ${ctx.now()}, ${ctx.now()})`,
  );
}

export const setState = ({ ctx }: TestApp, employeeId: string, state: 'active' | 'disabled') =>
  ctx.db.tx((tx) => setEmployeeState({ ...ctx, db: joined(ctx.db, tx) }, OWNER, employeeId, state));

export const mergeInto = ({ ctx }: TestApp, from: string, into: string) =>
  ctx.db.tx((tx) => mergePeople(ctx, tx, { from, into, reason: 'phone' }));

export interface OwnerRow {
  employeeId: string | null;
  storeId: string | null;
  token: string | null;
  reason: string;
  permille: number;
}

/** Whose an order was decided to be; undefined: nobody was asked. */
export async function ownerOf({ ctx }: TestApp, orderId: string): Promise<OwnerRow | undefined> {
  const [row] = await ctx.db.query<OwnerRow>(
    sql`select employee_id as "employeeId", store_id as "storeId", token, reason, commission_permille as permille
      from order_guides where order_id = ${orderId}`,
  );
  return row;
}

export interface CustomerRow {
  employeeId: string;
  storeId: string | null;
  since: Date;
  until: Date;
  lastActiveAt: Date;
  firstToken: string | null;
}

/** With whom a person is now, as it was written down. */
export async function customerOf({ ctx }: TestApp, userId: string): Promise<CustomerRow | undefined> {
  const [row] = await ctx.db.query<CustomerRow>(
    sql`select employee_id as "employeeId", store_id as "storeId", since, until, last_active_at as "lastActiveAt",
        first_token as "firstToken"
      from staff_customers where user_id = ${userId} and until > ${ctx.now()}`,
  );
  return row;
}
