import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { isAssetName } from '../assets/assetStore';
import type { Blobs } from '../assets/blobs';
import type { Db, Tx } from '../db/db';
import { knownMigrations, migrate, migrationsFolder } from '../db/migrate';
import { BackupFailed, type Manifest } from './manifest';
import { archivedFiles, checkBackup, linesOf } from './readBackup';
import { digestTable, hasTables, listTables, quote, refill, writeAlike, writeRows, type Table } from './tables';

/** Rows of one statement. */
const CHUNK = 1000;

/**
 * Fills an empty shop from an archive: pictures, then all rows in one transaction, which commits only when the database
 * gives back what the archive holds, row for row. Then brings the tables up to this build. Throws BackupFailed, and
 * leaves no table behind.
 */
export async function restoreBackup({ db, blobs }: { db: Db; blobs: Blobs }, file: string): Promise<Manifest> {
  if (await hasTables(db)) {
    throw new BackupFailed('目标数据库不是空的：恢复只写进一个新建的空数据库（或空的 DATA_DIR），不会覆盖任何数据');
  }
  const manifest = await checkBackup(file);
  const known = await knownMigrations();
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new BackupFailed(`备份比程序新（多出 ${unknown.join('、')}），请用更新的版本恢复`);
  await restoreAssets(blobs, file, manifest);
  try {
    await migrate(db, migrationsFolder(), manifest.migrations);
    await db.tx((tx) => restoreRows(tx, file, manifest));
  } catch (error) {
    await dropTables(db);
    throw error;
  }
  await migrate(db);
  return manifest;
}

async function restoreRows(tx: Tx, file: string, manifest: Manifest): Promise<void> {
  await writeAlike(tx);
  const tables = matchTables(await listTables(tx), manifest);
  const byEntry = new Map(tables.flatMap((table) => table.parts.map(({ entry }) => [entry, table] as const)));
  await refill(tx, tables, async () => {
    for await (const { entry, bytes } of archivedFiles(file)) {
      const table = byEntry.get(entry);
      if (!table) continue;
      const lines = linesOf(bytes);
      for (let at = 0; at < lines.length; at += CHUNK) await writeRows(tx, table, lines.slice(at, at + CHUNK));
    }
  });
  for (const table of tables) {
    const { rows, digest } = await digestTable(tx, table);
    if (rows !== table.rows || digest !== table.digest) {
      throw new BackupFailed(`表 ${table.name} 恢复后与备份不同（${rows} 行，备份有 ${table.rows} 行）`);
    }
  }
}

type ArchivedTable = Manifest['tables'][number];

/**
 * The archive's tables as this database has them. The same migrations make the same tables, though columns may have come
 * in another order; anything else means that the archive, or this build, was changed by hand. Names and types that go
 * into statements are thereby the database's own, never the archive's.
 */
function matchTables(own: Table[], manifest: Manifest): ArchivedTable[] {
  const shape = ({ name, columns }: Table) => [name, ...columns.map((one) => `${one.name} ${one.type}`).sort()];
  const shapes = (tables: Table[]) => JSON.stringify(tables.map(shape).sort());
  if (shapes(own) !== shapes(manifest.tables)) throw new BackupFailed('备份里的表与程序的表不一样，不能恢复');
  return manifest.tables;
}

/** Each is read back: a full disk or a bucket that forgets is noticed now. */
async function restoreAssets(blobs: Blobs, file: string, { assets }: Manifest): Promise<void> {
  const byEntry = new Map(assets?.map((asset) => [asset.entry, asset]));
  for await (const { entry, bytes } of archivedFiles(file)) {
    const asset = byEntry.get(entry);
    if (!asset) continue;
    if (!isAssetName(asset.name)) throw new BackupFailed(`备份里的图片名 ${asset.name} 不合规矩，不能恢复`);
    await blobs.write(asset.name, bytes);
    const stored = await blobs.read(asset.name);
    const hash =
      stored &&
      createHash('sha256')
        .update(await buffer(stored.stream))
        .digest('hex');
    if (hash !== asset.sha256) throw new BackupFailed(`图片 ${asset.name} 写下去之后读不回来`);
  }
}

/** Only what this command made: it began in a database without tables. */
async function dropTables(db: Db): Promise<void> {
  const names = [...(await listTables(db)).map(({ name }) => name), 'schema_migrations'];
  await db.script(`drop table if exists ${names.map(quote).join(', ')} cascade`);
}
