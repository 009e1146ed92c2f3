import { BackupFailed, describe } from './backups/manifest';
import { openShop, readStorage } from './backups/openShop';
import { restoreBackup } from './backups/restoreBackup';
import { DataFolderInUse } from './db/lock';
import { EnvInvalid } from './env';
import { loadEnvFile } from './loadEnvFile';

/** `npm run restore -- file.tar`: fills the empty database and the store of pictures that the configuration names. */
async function main(args: string[]): Promise<void> {
  const [file] = args;
  if (!file || args.length > 1 || file.startsWith('-')) throw new BackupFailed('用法：npm run restore -- 备份.tar');
  loadEnvFile();
  const env = readStorage(process.env);
  const shop = await openShop(env);
  try {
    const manifest = await restoreBackup(shop, file);
    process.stdout.write(`恢复好了，并逐表核对过：${describe(manifest)}\n`);
    process.stdout.write(`  写进了 ${env.DATABASE_URL ? 'DATABASE_URL 的数据库' : env.dataDir}，可以启动店铺了\n`);
    if (!manifest.assets) process.stdout.write('  图片仍在原来的对象存储里：ASSETS_S3_URL 要指向它，或它的副本\n');
  } finally {
    await shop.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = [BackupFailed, DataFolderInUse, EnvInvalid].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${isExpected ? '' : '恢复失败，数据库里没有写进任何数据：'}${text}\n`);
  process.exit(1);
});
