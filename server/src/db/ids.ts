import { sql, type Queryable } from './db';

const EPOCH = Date.UTC(2025, 0, 1);
const NODES = 1024n;
const SEQUENCE = 1024n;

/** Makes ids: ever larger, up to 18 digits until 2055, unique across processes, carried as strings. */
export type MakeId = () => string;

/**
 * Milliseconds since 2025, then 10 bits of node, then 10 bits of sequence. A clock that steps back, or more than
 * 1,024 ids in a millisecond, borrows from the next millisecond.
 */
export function idMaker(node: number, clock: () => number = Date.now): MakeId {
  const nodeBits = BigInt(node) % NODES;
  let millis = 0n;
  let sequence = 0n;
  return () => {
    const now = BigInt(clock() - EPOCH);
    if (now > millis) {
      millis = now;
      sequence = 0n;
    } else if (++sequence === SEQUENCE) {
      millis += 1n;
      sequence = 0n;
    }
    return String((millis * NODES + nodeBits) * SEQUENCE + sequence);
  };
}

/** A node number that no process of the last 1,023 started ones has. */
export async function claimNode(db: Queryable): Promise<number> {
  const [row] = await db.query<{ last_node: number }>(
    sql`update nodes set last_node = (last_node + 1) % 1024 returning last_node`,
  );
  return row!.last_node;
}
