/**
 * What the shop is measured against: Fastify and pg with nothing around them — no rate limit, no headers for safety, no
 * metrics, no check of what comes in — answering the same JSON from the same tables. Every statement is named, and
 * each request makes the fewest round trips: one, and two for a checkout. Runs as a process of its own, like the shop.
 */
import { createHash } from 'node:crypto';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { routes } from '../contract/src/routes';
import { NOTHING_OFF, price } from '../server/src/pricing/price';
import { CART, DETAIL, LIST, ORDER_INPUTS, ORDER_WRITE } from './bareStatements';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const app = Fastify({ logger: false });

const ask = async <R>(name: string, text: string, values: unknown[]): Promise<R[]> =>
  (await pool.query({ name, text, values })).rows as R[];

function register(name: keyof typeof routes, answer: (request: FastifyRequest, reply: FastifyReply) => unknown): void {
  const [method, url] = name.split(' ') as [string, string];
  const schema = z.toJSONSchema(routes[name].ok, { target: 'draft-7', io: 'output' });
  app.route({ method, url, schema: { response: { '2xx': schema } }, handler: answer });
}

const hashOf = (request: FastifyRequest) =>
  createHash('sha256').update(request.headers.authorization!.slice(7)).digest('base64url');

register('GET /api/products', async (request) => {
  const limit = Number((request.query as { limit: string }).limit);
  const items = await ask<{ id: string }>('list', LIST, [limit + 1]);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, nextCursor: items.length > limit && last ? last.id : null };
});

register('GET /api/products/:productId', async (request, reply) => {
  const [row] = await ask('detail', DETAIL, [(request.params as { productId: string }).productId]);
  return row ?? reply.code(404).send({});
});

interface CartRow {
  priceFen: number;
  quantity: number;
  stock: number;
  isOnShelf: boolean;
  isSelected: boolean;
  rule: { isServed: boolean; reason: string; name: string; freeFromFen: number | null } | null;
}

const FREE_FROM_FEN = 9900;

/** What delivery to the shopper's last place says. */
function hint(rule: CartRow['rule'], goodsFen: number) {
  if (rule && !rule.isServed)
    return { freeFromFen: null, missingFen: null, unserved: rule.reason || `${rule.name}暂不配送` };
  const freeFromFen = rule ? rule.freeFromFen : FREE_FROM_FEN;
  return { freeFromFen, missingFen: freeFromFen && Math.max(0, freeFromFen - goodsFen), unserved: null };
}

register('PUT /api/cart/items/:skuId', async (request) => {
  const { skuId } = request.params as { skuId: string };
  const { quantity } = request.body as { quantity: number };
  const rows = await ask<CartRow>('cart', CART, [hashOf(request), skuId, quantity]);
  const items = rows.map(({ isOnShelf, rule: _, ...row }) => ({
    ...row,
    state: !isOnShelf
      ? 'off_shelf'
      : row.stock === 0
        ? 'sold_out'
        : row.stock < row.quantity
          ? 'insufficient'
          : 'valid',
  }));
  const valid = items.filter((item) => item.state === 'valid');
  const selected = valid.filter((item) => item.isSelected);
  const selectedFen = selected.reduce((sum, item) => sum + item.quantity * item.priceFen, 0);
  return {
    items,
    count: valid.reduce((sum, item) => sum + item.quantity, 0),
    selectedCount: selected.reduce((sum, item) => sum + item.quantity, 0),
    selectedFen,
    shipping: hint(rows[0]?.rule ?? null, selectedFen),
  };
});

interface Inputs {
  userId: string;
  visitId: string;
  platform: string;
  appId: string;
  address: Record<string, string>;
  rules: number;
  lines: { skuId: string; productId: string; unitFen: number; weightGrams: number }[];
}

/** As the shop is configured when nothing is said. */
const SHIPPING = { name: '全国', isServed: true, reason: '', firstGrams: 0, firstFen: 800, additionalGrams: 0 };
let lastId = BigInt(Date.now()) * 100_000n;
const nextId = () => String(++lastId);

register('POST /api/orders', async (request, reply) => {
  const body = request.body as {
    items: { skuId: string; quantity: number }[];
    addressId: string;
    expectedTotalFen: number;
  };
  const quantities = new Map(body.items.map((item) => [item.skuId, item.quantity]));
  const [inputs] = await ask<Inputs>('orderInputs', ORDER_INPUTS, [
    hashOf(request),
    body.addressId,
    [...quantities.keys()],
  ]);
  if (!inputs || inputs.rules > 0) return reply.code(400).send({});
  const lines = inputs.lines.map((line) => {
    const quantity = quantities.get(line.skuId)!;
    return { ...line, quantity, totalFen: line.unitFen * quantity };
  });
  const shipping = { ...SHIPPING, regions: [], additionalFen: 0, freeFromFen: FREE_FROM_FEN };
  const { adjustments: _, used: __, ...amounts } = price(lines, { ...NOTHING_OFF, shipping });
  if (amounts.totalFen !== body.expectedTotalFen) return reply.code(409).send({});
  const now = Date.now();
  const order = {
    id: nextId(),
    state: 'unpaid',
    closeReason: null,
    cancelReason: null,
    lines,
    ...amounts,
    fulfilment: 'delivery',
    address: inputs.address,
    pickup: null,
    invoice: null,
    note: '',
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 30 * 60_000).toISOString(),
    paidAt: null,
    shippedAt: null,
    doneAt: null,
    closedAt: null,
    paymentState: null,
  };
  const [made] = await ask('orderWrite', ORDER_WRITE, [
    inputs.userId,
    order.id,
    inputs.platform,
    inputs.appId,
    inputs.visitId,
    JSON.stringify(order),
    JSON.stringify(lines.map((line) => ({ ...line, lineId: nextId(), entryId: nextId() }))),
    request.headers['idempotency-key'],
    createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    nextId(),
    nextId(),
  ]);
  return made ? reply.code(201).send(order) : reply.code(409).send({});
});

void app.listen({ port: 0, host: '127.0.0.1' }).then((url) => process.stdout.write(`bare ${url}\n`));
process.on('SIGTERM', () => process.exit(0));
