import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { assetsFolder } from './assets/openBlobs';
import { backupThrough } from './backups/backupThrough';
import { BackupFailed, describe } from './backups/manifest';
import { openShop, readStorage } from './backups/openShop';
import { checkBackup } from './backups/readBackup';
import { hasTables } from './backups/tables';
import { writeBackup } from './backups/writeBackup';
import { DataFolderInUse, lockHolder } from './db/lock';
import { EnvInvalid } from './env';
import { loadEnvFile } from './loadEnvFile';

/** `npm run backup -- file.tar`: the whole shop, running or not, in one file that did not exist before. */
async function main(args: string[]): Promise<void> {
  const [file] = args;
  if (!file || args.length > 1 || file.startsWith('-')) throw new BackupFailed('用法：npm run backup -- 备份.tar');
  loadEnvFile();
  if (await stat(file).catch(() => null)) throw new BackupFailed(`${file} 已经存在，请换一个名字`);
  const partial = `${file}.partial`;
  try {
    await write(partial);
    // read it again before it counts as one
    const manifest = await checkBackup(partial);
    await rename(partial, file);
    process.stdout.write(`备份好了：${path.resolve(file)}\n  ${describe(manifest)}\n`);
    process.stdout.write('  里面有顾客的资料和店铺的密钥，请像对待数据库一样保管\n');
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function write(file: string): Promise<void> {
  const env = readStorage(process.env);
  const out = createWriteStream(file, { mode: 0o600 });
  const written = finished(out);
  // heard below; until then it must not end the process
  written.catch(() => undefined);
  const holder = env.DATABASE_URL ? null : await lockHolder(env.dataDir);
  if (holder) await backupThrough(holder, out);
  else {
    if (!env.DATABASE_URL && !(await stat(path.join(env.dataDir, 'database')).catch(() => null))) {
      throw new BackupFailed(`${env.dataDir} 里没有店铺的数据；是不是忘了 DATABASE_URL 或 DATA_DIR？`);
    }
    const shop = await openShop(env);
    try {
      if (!(await hasTables(shop.db))) throw new BackupFailed('数据库是空的，没有可以备份的店铺');
      await writeBackup({ db: shop.db, assetsFolder: assetsFolder(env) }, out);
    } finally {
      await shop.close();
    }
    out.end();
  }
  await written;
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = [BackupFailed, DataFolderInUse, EnvInvalid].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${isExpected ? '' : '备份失败，没有留下文件：'}${text}\n`);
  process.exit(1);
});
