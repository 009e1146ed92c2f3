import { z } from 'zod';

/** The last file of an archive: what it holds, and how that is known to be whole. */
export const MANIFEST = 'manifest.json';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const File = z.object({ entry: z.string(), bytes: count, sha256 });

export const Manifest = z.object({
  format: z.literal(1),
  /** UTC; the moment of which the rows are. */
  madeAt: z.iso.datetime(),
  engine: z.enum(['pglite', 'postgres']),
  /** In the order in which they were applied. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      rows: count,
      /** Sum over the rows, in any order. */
      digest: z.string(),
      parts: z.array(File),
    }),
  ),
  /** Null: pictures lie in a bucket and are no part of the archive. */
  assets: z.array(File.extend({ name: z.string() })).nullable(),
});

export type Manifest = z.output<typeof Manifest>;
export type ArchivedFile = z.output<typeof File>;

/** A backup that cannot be made, read or restored; the message is Chinese. */
export class BackupFailed extends Error {}

/** One line of what an archive holds. */
export function describe({ madeAt, tables, assets }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const files = assets ? `图片 ${assets.length} 个` : '图片在对象存储里，不在备份中';
  return `${madeAt} 的数据：${tables.length} 张表 ${rows} 行，${files}`;
}
