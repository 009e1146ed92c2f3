import type { Queryable } from '../db/db';
import { importCatalogue, type ImportContext, type ImportOptions, type ImportResult } from './importCatalogue';
import { claimImport, endImport, noteProgress } from './importRuns';

interface StartOptions extends ImportOptions {
  /** Null: the command line. */
  employeeId: string | null;
  /** In the transaction that notes the end of a file that was written. */
  onDone?(db: Queryable, result: Extract<ImportResult, { isImported: true }>): Promise<void>;
}

/**
 * Begins to import a file; `ended` rejects when something broke, and nothing was written then. It goes on when whoever
 * asked has gone. Throws `conflict` while another import is under way.
 */
export async function startImport(
  ctx: ImportContext,
  file: string,
  { employeeId, onDone, onProgress, ...options }: StartOptions,
): Promise<{ importId: string; ended: Promise<ImportResult> }> {
  const importId = await claimImport(ctx, employeeId);
  const note = noteProgress(ctx, importId);
  const run = async () => {
    try {
      const result = await importCatalogue(ctx, file, {
        ...options,
        onProgress(progress) {
          note(progress);
          onProgress?.(progress);
        },
      });
      await ctx.db.tx(async (tx) => {
        await endImport(tx, ctx.now(), importId, result);
        if (result.isImported) await onDone?.(tx, result);
      });
      return result;
    } catch (error) {
      await endImport(ctx.db, ctx.now(), importId, { error });
      throw error;
    }
  };
  return { importId, ended: run() };
}
