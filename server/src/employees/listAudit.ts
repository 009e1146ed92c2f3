import type { z } from 'zod';
import type { AuditEntry } from '@jishi/contract/admin/employees';
import { sql, type Queryable } from '../db/db';
import { newestFirst } from '../adminPage';

type Entry = z.output<typeof AuditEntry>;

/** What employees did, newest first. */
export async function listAudit(
  db: Queryable,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  const rows = await db.query<Omit<Entry, 'createdAt'> & { createdAt: Date }>(
    sql`select a.entry_id as id, a.employee_id as "employeeId", e.name as "employeeName", a.action, a.target, a.before,
        a.after, a.request_id as "requestId", a.created_at as "createdAt"
      from audit_entries a join employees e on e.employee_id = a.employee_id
      where (${cursor ?? null}::bigint is null or a.entry_id < ${cursor ?? null}::bigint)
      order by a.entry_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(
    rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    limit,
  );
}
