import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import { createInterface } from 'node:readline';
import type { LockHolder } from '../db/lock';
import type { ImportProgress, ImportResult } from './importCatalogue';

/** One line of the control route's answer. */
export type ImportMessage = { progress: ImportProgress } | { result: ImportResult } | { error: string };

/** The running shop could not take the file; the message is Chinese. */
export class ImportFailed extends Error {}

/** Sends a file to the shop that holds the data folder and follows it to the end. Throws ImportFailed. */
export async function importThrough(
  holder: LockHolder,
  file: string,
  options: { isFetching: boolean; onProgress(progress: ImportProgress): void },
): Promise<ImportResult> {
  const response = await send(holder, file, options.isFetching);
  if (response.statusCode !== 200) {
    response.resume();
    throw new ImportFailed(reasonOf(response.statusCode));
  }
  let result: ImportResult | undefined;
  for await (const line of createInterface({ input: response })) {
    const message = JSON.parse(line) as ImportMessage;
    if ('error' in message) throw new ImportFailed(message.error);
    if ('progress' in message) options.onProgress(message.progress);
    else result = message.result;
  }
  if (!result) throw new ImportFailed('与店铺的连接断了，不知道导入是否完成，请重新导入一次（不会重复）');
  return result;
}

async function send(holder: LockHolder, file: string, isFetching: boolean): Promise<http.IncomingMessage> {
  const { size } = await stat(file);
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(`/control/imports?pictures=${isFetching ? 1 : 0}`, holder.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${holder.token}`, 'content-type': 'text/csv', 'content-length': size },
    });
    request.once('response', resolve);
    request.on('error', () => reject(new ImportFailed(`连不上正在运行的店铺（${holder.url}）`)));
    createReadStream(file).on('error', reject).pipe(request);
  });
}

function reasonOf(status: number | undefined): string {
  switch (status) {
    case 409:
      return '另一个导入正在进行，请等它结束';
    case 413:
      return '文件太大（至多 64 MiB），请拆成几个';
    case 503:
      return '店铺还在准备，请稍后再试';
    default:
      return `正在运行的店铺没有接受这个文件（${status}）`;
  }
}
