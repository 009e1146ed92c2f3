import type { Readable } from 'node:stream';
import { writeAudit } from '../audit';
import type { Context } from '../context';
import { receiveCsv } from './receiveCsv';
import { startImport } from './startImport';

/**
 * Begins to import a file that an employee has sent; how it goes on is what `readLastImport` answers. Throws `too_large`,
 * and `conflict` while another import is under way.
 */
export async function importUpload(
  ctx: Context,
  { employeeId, upload, requestId }: { employeeId: string; upload: Readable; requestId: string },
): Promise<{ importId: string }> {
  const { file, clean } = await receiveCsv(upload);
  const entry = { employeeId, action: 'POST /admin/products/import', target: 'products', before: null, requestId };
  try {
    const { importId, ended } = await startImport(ctx, file, {
      employeeId,
      onDone: (db, { rows, created, updated, skus }) =>
        writeAudit(ctx, db, { ...entry, after: { rows, created, updated, skus } }),
    });
    // what broke is in the import's own row
    void ended.catch(() => undefined).finally(() => clean());
    await writeAudit(ctx, ctx.db, { ...entry, after: null });
    return { importId };
  } catch (error) {
    await clean();
    throw error;
  }
}
