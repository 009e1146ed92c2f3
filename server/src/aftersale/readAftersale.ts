import type { z } from 'zod';
import type { Aftersale } from '@jishi/contract/aftersales';
import { linkToUpload } from '../assets/uploads';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCursor, writeCursor } from '../products/cursor';

export type AftersaleBody = z.output<typeof Aftersale>;

interface Row {
  id: string;
  orderId: string;
  kind: AftersaleBody['kind'];
  state: AftersaleBody['state'];
  reason: AftersaleBody['reason'];
  description: string;
  orderState: AftersaleBody['orderState'];
  fulfilment: AftersaleBody['fulfilment'];
  goodsFen: string;
  shippingFen: string;
  answer: string;
  returnTo: AftersaleBody['returnTo'];
  carrier: string | null;
  trackingNo: string | null;
  dueAt: Date | null;
  createdAt: Date;
  doneAt: Date | null;
}

const COLUMNS = `s.aftersale_id as id, s.order_id as "orderId", s.kind, s.state, s.reason, s.description,
  s.order_state as "orderState", o.fulfilment, s.goods_fen as "goodsFen", s.shipping_fen as "shippingFen", s.answer,
  s.return_to as "returnTo", s.carrier, s.tracking_no as "trackingNo", s.due_at as "dueAt", s.created_at as "createdAt",
  s.done_at as "doneAt"`;
const FROM = 'aftersales s join orders o on o.user_id = s.user_id and o.order_id = s.order_id';

type Reading = Pick<Context, 'db' | 'assets'>;

/** One request of a person. Throws `not_found`, for another's too. */
export async function getAftersale(ctx: Reading, userId: string, aftersaleId: string): Promise<AftersaleBody> {
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where s.user_id = $1 and s.aftersale_id = $2`,
    values: [userId, aftersaleId],
  });
  const [aftersale] = await complete(ctx, userId, rows);
  if (!aftersale) throw new AppError('not_found');
  return aftersale;
}

/** All requests for one order of a person, newest first. */
export async function readAftersalesOf(ctx: Reading, userId: string, orderId: string): Promise<AftersaleBody[]> {
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where s.user_id = $1 and s.order_id = $2 order by s.aftersale_id desc`,
    values: [userId, orderId],
  });
  return complete(ctx, userId, rows);
}

/** A person's requests, newest first. */
export async function listAftersales(
  ctx: Reading,
  userId: string,
  query: { limit: number; cursor?: string },
): Promise<{ items: AftersaleBody[]; nextCursor: string | null }> {
  const after = readCursor(query.cursor);
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where s.user_id = $1 and ($2::bigint is null or s.aftersale_id < $2)
      order by s.aftersale_id desc limit $3`,
    values: [userId, after?.[1] ?? null, query.limit + 1],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await complete(ctx, userId, page),
    nextCursor: rows.length > query.limit && last ? writeCursor(['0', last.id]) : null,
  };
}

async function complete(ctx: Reading, userId: string, rows: Row[]): Promise<AftersaleBody[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await readLines(ctx.db, userId, ids);
  const moves = await ctx.db.query<
    Of & { state: AftersaleBody['state']; actor: Move['actor']; note: string; at: Date }
  >(
    sql`select aftersale_id as of, to_state as state, actor, note, created_at as at from aftersale_moves
      where user_id = ${userId} and aftersale_id = any(${ids}::bigint[]) order by created_at desc, move_id desc`,
  );
  const pictures = await ctx.db.query<Of & { id: string; name: string }>(
    sql`select p.aftersale_id as of, u.upload_id as id, u.name
      from aftersale_pictures p join uploads u on u.user_id = p.user_id and u.upload_id = p.upload_id
      where p.user_id = ${userId} and p.aftersale_id = any(${ids}::bigint[]) order by p.position`,
  );
  return rows.map(({ goodsFen, shippingFen, carrier, trackingNo, dueAt, createdAt, doneAt, ...row }) => ({
    ...row,
    lines: lines.filter(({ of }) => of === row.id).map(({ of: _, fen, ...line }) => ({ ...line, fen: Number(fen) })),
    goodsFen: Number(goodsFen),
    shippingFen: Number(shippingFen),
    totalFen: Number(goodsFen) + Number(shippingFen),
    pictures: pictures.filter(({ of }) => of === row.id).map(({ id, name }) => ({ id, url: linkToUpload(ctx, name) })),
    parcel: carrier !== null && trackingNo !== null ? { carrier, trackingNo } : null,
    dueAt: dueAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    moves: moves.filter(({ of }) => of === row.id).map(({ of: _, at, ...move }) => ({ ...move, at: at.toISOString() })),
  }));
}

/** The request that a row belongs to. */
interface Of {
  of: string;
}
type Move = AftersaleBody['moves'][number];
type LineRow = Omit<AftersaleBody['lines'][number], 'fen'> & Of & { fen: string };

function readLines(db: Queryable, userId: string, ids: string[]): Promise<LineRow[]> {
  return db.query<LineRow>(
    sql`select a.aftersale_id as of, a.sku_id as "skuId", l.title, l.option_text as "optionText",
        l.image_url as "imageUrl", a.quantity, a.fen
      from aftersale_lines a join order_lines l
        on l.user_id = a.user_id and l.order_id = a.order_id and l.line_id = a.line_id
      where a.user_id = ${userId} and a.aftersale_id = any(${ids}::bigint[]) order by a.line_id`,
  );
}
