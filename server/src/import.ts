import { access } from 'node:fs/promises';
import { holdDataDir } from './db/holdDataDir';
import { DataFolderInUse, lockHolder } from './db/lock';
import { EnvInvalid, readEnv } from './env';
import { AppError } from './errors';
import type { ImportOptions, ImportResult } from './imports/importCatalogue';
import { ImportFailed, importThrough } from './imports/importThrough';
import { FileChanged } from './imports/readProducts';
import { progressLine, reportLines } from './imports/report';
import { startImport } from './imports/startImport';
import { loadEnvFile } from './loadEnvFile';
import { openContext } from './openContext';

const USAGE = '用法：npm run import -- 商品.csv [--no-pictures]';

/** `npm run import`: into a stopped shop directly, into a running one through it. Exits 1 when nothing was imported. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith('--'));
  const [file] = files;
  if (!file || files.length > 1 || args.some((arg) => arg.startsWith('--') && arg !== '--no-pictures')) {
    throw new ImportFailed(USAGE);
  }
  await access(file).catch(() => {
    throw new ImportFailed(`没有找到文件 ${file}`);
  });
  const progress = progressWriter();
  const result = await importFile(file, { isFetching: !args.includes('--no-pictures'), onProgress: progress.write });
  progress.clear();
  const text = `${reportLines(result).join('\n')}\n`;
  if (result.isImported) process.stdout.write(text);
  else {
    process.stderr.write(text);
    process.exitCode = 1;
  }
}

async function importFile(file: string, options: Required<Omit<ImportOptions, 'download'>>): Promise<ImportResult> {
  loadEnvFile();
  const env = readEnv(process.env);
  const holder = env.DATABASE_URL ? null : await lockHolder(env.dataDir);
  if (holder) return importThrough(holder, file, options);
  const release = env.DATABASE_URL ? undefined : await holdDataDir(env.dataDir);
  try {
    const { ctx, close } = await openContext(env);
    try {
      const { ended } = await startImport(ctx, file, { ...options, employeeId: null });
      return await ended;
    } catch (error) {
      throw error instanceof AppError && error.code === 'conflict' ? new ImportFailed(error.message) : error;
    } finally {
      await close();
    }
  } finally {
    await release?.();
  }
}

/** One line on a terminal that is written over; elsewhere a line each tenth of the way. */
function progressWriter(): { write(progress: Parameters<typeof progressLine>[0]): void; clear(): void } {
  const { stderr } = process;
  let last = '';
  return {
    write(progress) {
      const line = progressLine(progress);
      const step = stderr.isTTY ? line : `${progress.phase} ${Math.floor((progress.done / progress.total) * 10)}`;
      if (step === last) return;
      last = step;
      stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    clear() {
      if (stderr.isTTY && last) stderr.write('\r\u001b[K');
    },
  };
}

main().catch((error: unknown) => {
  const isExpected = [ImportFailed, FileChanged, DataFolderInUse, EnvInvalid].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${isExpected ? '' : '导入失败，没有写入任何商品：'}${text}\n`);
  process.exit(1);
});
