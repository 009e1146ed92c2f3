import type { z } from 'zod';
import type { Address, AddressInput } from '@jishi/contract/addresses';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type Input = z.output<typeof AddressInput>;
type AddressBody = z.output<typeof Address>;
type Saved = Input & { id: string };

const COLUMNS = 'address_id as id, name, phone, province, city, district, detail';
const MOST_SHOWN = 50;

/** One address of a person; throws `address_not_found` for another's. */
export async function getAddress(db: Queryable, userId: string, addressId: string): Promise<Saved> {
  const [row] = await db.query<Saved>({
    name: 'addresses.get',
    text: `select ${COLUMNS} from addresses where user_id = $1 and address_id = $2`,
    values: [userId, addressId],
  });
  if (!row) throw new AppError('address_not_found');
  return row;
}

/** A person's addresses, the one used last first: it is the default. */
export async function listAddresses(db: Queryable, userId: string): Promise<AddressBody[]> {
  const rows = await db.query<Saved>({
    name: 'addresses.list',
    text: `select ${COLUMNS} from addresses where user_id = $1 order by used_at desc, address_id desc limit $2`,
    values: [userId, MOST_SHOWN],
  });
  return rows.map((row, index) => ({ ...row, isDefault: index === 0 }));
}

/** Saves an address as the default; one with the same content is not made twice. */
export async function addAddress(ctx: Context, userId: string, input: Input): Promise<AddressBody> {
  const { name, phone, province, city, district, detail } = input;
  const [row] = await ctx.db.query<Saved>({
    name: 'addresses.add',
    text: `insert into addresses (user_id, address_id, name, phone, province, city, district, detail, used_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (user_id, name, phone, province, city, district, detail) do update set used_at = excluded.used_at
      returning ${COLUMNS}`,
    values: [userId, ctx.makeId(), name, phone, province, city, district, detail, ctx.now()],
  });
  return { ...row!, isDefault: true };
}

/** Throws `address_not_found`. */
export async function deleteAddress(db: Queryable, userId: string, addressId: string): Promise<void> {
  const rows = await db.query(
    sql`delete from addresses where user_id = ${userId} and address_id = ${addressId} returning address_id`,
  );
  if (rows.length === 0) throw new AppError('address_not_found');
}
