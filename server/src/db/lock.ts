import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';

/** What the lock file tells other commands: who holds the folder and how to reach it. */
export interface LockHolder {
  pid: number;
  /** Address of the holder; it listens before it locks, so a lock that nobody answers for is a dead one's. */
  url: string;
  /** Opens the holder's control routes (the import command). */
  token: string;
}

export class DataFolderInUse extends Error {
  constructor(folder: string, holder: LockHolder) {
    super(
      `数据目录 ${folder} 正被另一个集市服务使用（进程 ${holder.pid}，${holder.url}）。\n` +
        '同一个数据目录不能启动两个服务：请先停掉它，或用 DATA_DIR 换一个目录。',
    );
  }
}

/**
 * Takes the data folder: PGlite has no lock of its own, and a second process would silently corrupt it. A dead
 * process's lock is taken over. Answers the release; throws DataFolderInUse.
 */
export async function lockDataDir(dataDir: string, self: LockHolder): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = lockFile(dataDir);
  for (;;) {
    await refuseIfHeld(dataDir);
    try {
      await writeFile(file, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await removeDead(file);
  }
}

/** Throws DataFolderInUse when a living process holds the folder. */
export async function refuseIfHeld(dataDir: string): Promise<void> {
  const holder = await lockHolder(dataDir);
  if (holder) throw new DataFolderInUse(dataDir, holder);
}

/** The living process that holds the folder, or null. */
export async function lockHolder(dataDir: string): Promise<LockHolder | null> {
  const holder = await readLock(lockFile(dataDir));
  return holder && (await isAlive(holder)) ? holder : null;
}

const lockFile = (dataDir: string) => path.join(dataDir, 'server.lock');

async function readLock(file: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

/** Moves the file away first: if another process has just renewed it, what was moved is alive and goes back. */
async function removeDead(file: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const holder = await readLock(aside);
  if (holder && (await isAlive(holder))) await rename(aside, file);
  else await rm(aside, { force: true });
}

/** A process number can be used again after a restart of the machine, so the holder must answer too. */
async function isAlive({ pid, url }: LockHolder): Promise<boolean> {
  // a restarted container gets the old number again, and would find itself listening
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
    const end = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
