import { sql, type Queryable, type Tx } from '../db/db';

export interface DueNotice {
  userId: string;
  noticeId: string;
  kind: 'restock' | 'price_drop';
  productId: string;
  title: string;
  askedFen: number;
  nowFen: number;
  askedAt: Date;
}

interface Wanted {
  kind: DueNotice['kind'];
  /** Notices with larger ids. */
  after: string;
  limit: number;
  /** One notice, told or not. */
  only?: { userId: string; noticeId: string };
}

/**
 * Notices that have come true, were not told yet, and whose person can be told: they have an open grant for it. By id.
 * True means what `listNotices` means by it.
 */
export async function listDueNotices(db: Queryable, { kind, after, limit, only }: Wanted): Promise<DueNotice[]> {
  const rows = await db.query<Omit<DueNotice, 'askedFen' | 'nowFen'> & { askedFen: string; nowFen: string }>(
    sql`select n.user_id as "userId", n.notice_id as "noticeId", n.kind, n.product_id as "productId", p.title,
        n.asked_fen as "askedFen", coalesce(k.price_fen, p.price_fen) as "nowFen", n.asked_at as "askedAt"
      from notices n join products p on p.product_id = n.product_id
      left join skus k on k.sku_id = n.sku_id and n.sku_id <> 0
      where n.kind = ${kind} and n.notice_id > ${after} and p.state = 'on_shelf'
        and (n.sku_id = 0 or k.state = 'on_shelf')
        and case when n.kind = 'price_drop' then coalesce(k.price_fen, p.price_fen) < n.asked_fen
          else exists (select 1 from skus b join stock s on s.sku_id = b.sku_id where b.product_id = n.product_id
            and (n.sku_id = 0 or b.sku_id = n.sku_id) and b.state = 'on_shelf' and s.on_hand > s.reserved) end
        and case when ${only?.noticeId ?? null}::bigint is null
          then n.told_at is null and exists (select 1 from message_grants g where g.user_id = n.user_id
            and g.kind = n.kind and g.state = 'open')
          else n.user_id = ${only?.userId ?? null}::bigint and n.notice_id = ${only?.noticeId ?? null}::bigint end
      order by n.notice_id limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, askedFen: Number(row.askedFen), nowFen: Number(row.nowFen) }));
}

/** Claims a notice for one message; false when another has it, or it is gone. */
export async function markTold(tx: Tx, userId: string, noticeId: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    sql`update notices set told_at = ${now} where user_id = ${userId} and notice_id = ${noticeId} and told_at is null
      returning notice_id`,
  );
  return rows.length > 0;
}

export async function unmarkTold(tx: Tx, userId: string, noticeId: string): Promise<void> {
  await tx.query(sql`update notices set told_at = null where user_id = ${userId} and notice_id = ${noticeId}`);
}
