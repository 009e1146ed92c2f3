import type { Benefits } from '@jishi/contract/plain/members';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { readBalance } from '../ledger/readBalance';
import { maskPhone } from '../mask';

interface Row {
  cardNo: string;
  phone: string | null;
  name: string;
  rank: number;
  benefits: Benefits;
  openedAt: Date;
}

export async function readTillMember({ now }: Context, db: Queryable, userId: string) {
  const [row] = await db.query<Row>(
    sql.named('till.member')`select m.card_no as "cardNo", m.opened_at as "openedAt", l.name, l.rank, l.benefits,
        (select p.phone from phones p where p.user_id = ${userId} order by p.verified_at desc limit 1) as phone
      from members m join member_levels l on l.level_id = m.level_id where m.user_id = ${userId}`,
  );
  const { phone, openedAt, ...rest } = row!;
  const { available } = await readBalance(db, userId, 'points', now());
  return {
    ...rest,
    maskedPhone: phone === null ? '' : maskPhone(phone),
    openedAt: openedAt.toISOString(),
    points: available,
  };
}
