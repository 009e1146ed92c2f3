import type { InjectOptions } from 'fastify';
import { employee, type EmployeeClient } from './employees';
import { newKey, openPayment, placeOrder, type Draft } from './fixtures';
import type { Answer, Shopper, TestApp } from './testApp';

export const RETURN_TO = {
  name: '集市售后',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '滨江区',
  detail: '江南大道 228 号 2 号仓',
};

export interface PaidOrder {
  // as the API answers it
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  order: any;
  tradeNo: string;
}

/** Pays an order at the simulated cashier. */
export async function pay(shop: TestApp, shopper: Shopper, orderId: string): Promise<string> {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return tradeNo;
}

export async function buy(shop: TestApp, shopper: Shopper, items: Draft['items']): Promise<PaidOrder> {
  const order = await placeOrder(shopper, items);
  return { order, tradeNo: await pay(shop, shopper, order.id) };
}

/** Sends an order, and has it received. */
export async function deliver(operator: EmployeeClient, shopper: Shopper, orderId: string): Promise<void> {
  const parcel = { carrier: '顺丰速运', trackingNo: 'SF1234567890' };
  const { status, body } = await operator.send('POST', `/admin/orders/${orderId}/shipments`, parcel);
  if (status !== 201) throw new Error(`not shipped: ${JSON.stringify(body)}`);
  await shopper.post(`/api/orders/${orderId}/confirm`);
}

type Wish = { lines: Draft['items']; kind?: string; reason?: string } & Record<string, unknown>;

/** Asks for money back; a change of mind unless said otherwise. */
export function ask(shopper: Shopper, orderId: string, wish: Wish, key = newKey()): Promise<Answer> {
  return shopper.post(`/api/orders/${orderId}/aftersales`, { kind: 'refund', reason: 'changed_mind', ...wish }, key);
}

/** The same, which must be taken; answers the request. */
export async function asked(shopper: Shopper, orderId: string, wish: Wish) {
  const { status, body } = await ask(shopper, orderId, wish);
  if (status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
}

/** An owner who has said where returns go. */
export async function ownerWithAddress(shop: TestApp): Promise<EmployeeClient> {
  const owner = await employee(shop, 'owner');
  await owner.send('PUT', '/admin/return-address', RETURN_TO);
  return owner;
}

/** Sends a file as a super-app does: in a form. */
export async function uploadAs(
  shop: TestApp,
  token: string | undefined,
  bytes: Buffer,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), '照片.jpg');
  const whole = new Response(form);
  return sendForm(shop, token, whole.headers.get('content-type')!, Buffer.from(await whole.arrayBuffer()));
}

export async function sendForm(
  shop: TestApp,
  token: string | undefined,
  type: string,
  payload: Buffer,
): Promise<Answer> {
  const request: InjectOptions = {
    method: 'POST',
    url: '/api/uploads',
    headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
    payload,
  };
  const answer = await shop.app.inject(request);
  return { status: answer.statusCode, body: answer.json() };
}

/** Runs the jobs until none is due: one may cause another in a part of the outbox that was already looked at. */
export async function rest(shop: TestApp): Promise<void> {
  while ((await shop.runJobs()) > 0);
}
