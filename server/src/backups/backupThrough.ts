import http from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { LockHolder } from '../db/lock';
import { BackupFailed } from './manifest';

/** Lets the shop that holds the data folder write its archive into `out`. Throws BackupFailed. */
export async function backupThrough(holder: LockHolder, out: Writable): Promise<void> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${holder.token}` };
    http
      .get(new URL('/control/backup', holder.url), { headers }, resolve)
      .on('error', () => reject(new BackupFailed(`连不上正在运行的店铺（${holder.url}）`)));
  });
  if (response.statusCode !== 200) {
    response.resume();
    throw new BackupFailed(
      response.statusCode === 503 ? '店铺还在准备，请稍后再试' : `正在运行的店铺没有给出备份（${response.statusCode}）`,
    );
  }
  await pipeline(response, out).catch(() => {
    throw new BackupFailed('店铺没能写完备份，原因见服务的日志');
  });
}
