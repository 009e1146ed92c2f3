import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isAssetName } from '../assets/assetStore';
import { sql, type Db, type Tx } from '../db/db';
import { MANIFEST, type ArchivedFile, type Manifest } from './manifest';
import { digester, listTables, readRows, writeAlike, type Table } from './tables';
import { fitsTar, writeTarEnd, writeTarEntry } from './tar';

/** What is saved: the database, and the folder of pictures, or null when they lie in a bucket. */
export interface BackupSource {
  db: Db;
  assetsFolder: string | null;
}

/** Characters of a part of a table; it is held in memory. */
const PART = 4 * 1024 * 1024;
const squeeze = promisify(gzip);

/**
 * Writes one archive of a shop that may be running: the rows as of one moment, then the pictures. The rows go through a
 * temporary folder, so that a slow reader of `out` keeps no transaction open. Pictures come after the rows and are
 * never changed, so every picture of the rows is there unless it was deleted since.
 */
export async function writeBackup(source: BackupSource, out: Writable): Promise<Manifest> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-backup-'));
  try {
    const rows = await spoolRows(source.db, folder);
    for (const { parts } of rows.tables) {
      for (const { entry, bytes } of parts) {
        await writeTarEntry(out, entry, bytes, createReadStream(path.join(folder, path.basename(entry))));
      }
    }
    const assets = source.assetsFolder === null ? null : await writeAssets(source.assetsFolder, out);
    const manifest: Manifest = { format: 1, engine: source.db.engine, ...rows, assets };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await writeTarEntry(out, MANIFEST, text.length, text);
    await writeTarEnd(out);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All rows of one moment into files of `folder`. */
function spoolRows(db: Db, folder: string): Promise<Pick<Manifest, 'madeAt' | 'migrations' | 'tables'>> {
  return db.tx(async (tx) => {
    // one snapshot for all tables: an order is never there without its lines
    await tx.query(sql`set transaction isolation level repeatable read, read only`);
    await writeAlike(tx);
    const [now] = await tx.query<{ at: Date }>(sql`select now() as at`);
    const applied = await tx.query<{ name: string }>(sql`select name from schema_migrations order by name`);
    const tables: Manifest['tables'] = [];
    for (const table of await listTables(tx)) tables.push(await spoolTable(tx, table, folder));
    return { madeAt: now!.at.toISOString(), migrations: applied.map(({ name }) => name), tables };
  });
}

async function spoolTable(tx: Tx, table: Table, folder: string): Promise<Manifest['tables'][number]> {
  const digest = digester();
  const parts: ArchivedFile[] = [];
  let waiting: string[] = [];
  let size = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    const bytes = await squeeze(`${waiting.join('\n')}\n`);
    const name = `${table.name}.${String(parts.length + 1).padStart(5, '0')}.ndjson.gz`;
    await writeFile(path.join(folder, name), bytes, { mode: 0o600 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    parts.push({ entry: `database/${name}`, bytes: bytes.length, sha256 });
    [waiting, size] = [[], 0];
  };
  for await (const lines of readRows(tx, table)) {
    digest.add(lines);
    waiting.push(...lines);
    size += lines.reduce((sum, line) => sum + line.length, 0);
    if (size >= PART) await flush();
  }
  await flush();
  return { ...table, ...digest.result(), parts };
}

async function writeAssets(folder: string, out: Writable): Promise<NonNullable<Manifest['assets']>> {
  const files: NonNullable<Manifest['assets']> = [];
  for (const name of await listFiles(folder)) {
    // deleted since it was listed
    const handle = await open(path.join(folder, name)).catch(() => null);
    if (!handle) continue;
    const { size } = await handle.stat();
    const entry = fitsTar(`assets/${name}`) ? `assets/${name}` : `long-names/${files.length}`;
    const hash = createHash('sha256');
    await writeTarEntry(out, entry, size, counted(createReadStream('', { fd: handle }), hash));
    files.push({ name, entry, bytes: size, sha256: hash.digest('hex') });
  }
  return files;
}

const counted = (stream: Readable, hash: ReturnType<typeof createHash>) =>
  stream.pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    }),
  );

/** Names as the asset store knows them; half-written files are none of them. */
async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return found
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath, file.name)).split(path.sep).join('/'))
    .filter(isAssetName)
    .sort();
}
