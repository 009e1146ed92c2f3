import type { z } from 'zod';
import type { AddressInput } from '@jishi/contract/addresses';
import { sql, type Queryable } from '../db/db';

export type ReturnAddress = z.output<typeof AddressInput>;

/** Where returned goods go; null while nobody has said. */
export async function getReturnAddress(db: Queryable): Promise<ReturnAddress | null> {
  const [row] = await db.query<{ address: ReturnAddress }>(sql`select address from return_address`);
  return row?.address ?? null;
}

export async function saveReturnAddress(db: Queryable, address: ReturnAddress): Promise<void> {
  await db.query(
    sql`insert into return_address (singleton, address) values (1, ${JSON.stringify(address)}::jsonb)
      on conflict (singleton) do update set address = excluded.address`,
  );
}
