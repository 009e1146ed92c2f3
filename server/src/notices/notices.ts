import type { z } from 'zod';
import type { Notice, NoticeKind } from '@jishi/contract/notices';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCards, type CardNow } from '../products/readCards';
import { readSkus, type SkuRow } from '../products/skus';

type NoticeBody = z.output<typeof Notice>;

interface NoticeRow {
  notice_id: string;
  kind: z.output<typeof NoticeKind>;
  product_id: string;
  sku_id: string;
  asked_fen: string;
  asked_at: Date;
}

const WHOLE_PRODUCT = '0';
const MOST_SHOWN = 200;

/** A person's notices, those that came true first, then the newest; of one product when `productId` is given. */
export async function listNotices(
  db: Queryable,
  userId: string,
  productId?: string,
): Promise<{ items: NoticeBody[]; dueCount: number }> {
  const rows = await db.query<NoticeRow>(
    sql`select notice_id, kind, product_id, sku_id, asked_fen, asked_at from notices
      where user_id = ${userId} and (${productId ?? null}::bigint is null or product_id = ${productId ?? null})
      order by asked_at desc, notice_id desc limit ${MOST_SHOWN}`,
  );
  const all = await withToday(db, rows);
  const due = all.filter((notice) => notice.isDue);
  return { items: [...due, ...all.filter((notice) => !notice.isDue)], dueCount: due.length };
}

/** Asking again starts from today's price. Throws `not_found` for a product that never was, or a SKU of another. */
export async function addNotice(
  ctx: Context,
  userId: string,
  wish: { kind: NoticeRow['kind']; productId: string; skuId?: string | undefined },
): Promise<NoticeBody> {
  const { kind, productId, skuId = WHOLE_PRODUCT } = wish;
  const card = (await readCards(ctx.db, [productId])).get(productId);
  const sku = wish.skuId === undefined ? undefined : (await readSkus(ctx.db, [wish.skuId])).get(wish.skuId);
  if (!card || (wish.skuId !== undefined && sku?.productId !== productId)) throw new AppError('not_found');
  const rows = await ctx.db.query<NoticeRow>(
    sql`insert into notices (user_id, notice_id, kind, product_id, sku_id, asked_fen, asked_at)
      values (${userId}, ${ctx.makeId()}, ${kind}, ${productId}, ${skuId}, ${sku?.priceFen ?? card.product.priceFen},
        ${ctx.now()})
      on conflict (user_id, kind, product_id, sku_id)
        do update set asked_fen = excluded.asked_fen, asked_at = excluded.asked_at, told_at = null
      returning notice_id, kind, product_id, sku_id, asked_fen, asked_at`,
  );
  return toNotice(rows[0]!, card, sku);
}

/** Throws `not_found`, also for another person's notice. */
export async function removeNotice(db: Queryable, userId: string, noticeId: string): Promise<void> {
  const rows = await db.query(
    sql`delete from notices where user_id = ${userId} and notice_id = ${noticeId} returning notice_id`,
  );
  if (rows.length === 0) throw new AppError('not_found');
}

async function withToday(db: Queryable, rows: readonly NoticeRow[]): Promise<NoticeBody[]> {
  const cards = await readCards(
    db,
    rows.map((row) => row.product_id),
  );
  const skus = await readSkus(
    db,
    rows.map((row) => row.sku_id).filter((skuId) => skuId !== WHOLE_PRODUCT),
  );
  return rows.flatMap((row) => {
    const card = cards.get(row.product_id);
    return card ? [toNotice(row, card, skus.get(row.sku_id))] : [];
  });
}

function toNotice(row: NoticeRow, { product, state }: CardNow, sku: SkuRow | undefined): NoticeBody {
  const askedFen = Number(row.asked_fen);
  const nowFen = sku?.priceFen ?? product.priceFen;
  const isOnShelf = sku ? sku.isOnShelf : state === 'on_shelf';
  const isInStock = sku ? sku.stock > 0 : !product.isSoldOut;
  return {
    id: row.notice_id,
    kind: row.kind,
    product,
    state,
    skuId: row.sku_id === WHOLE_PRODUCT ? null : row.sku_id,
    optionText: sku?.optionText ?? '',
    askedFen,
    nowFen,
    isDue: isOnShelf && (row.kind === 'restock' ? isInStock : nowFen < askedFen),
    askedAt: row.asked_at.toISOString(),
  };
}
