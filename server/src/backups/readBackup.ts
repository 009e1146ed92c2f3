import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { BackupFailed, Manifest, MANIFEST, type ArchivedFile } from './manifest';
import { readTar, TarDamaged } from './tar';

/** Reads an archive from end to end and answers its manifest. Throws BackupFailed when a byte of it is missing or wrong. */
export async function checkBackup(file: string): Promise<Manifest> {
  try {
    return await check(file);
  } catch (error) {
    if (error instanceof TarDamaged) throw new BackupFailed('备份文件不完整，或不是集市的备份');
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new BackupFailed(`没有找到文件 ${file}`);
    throw error;
  }
}

async function check(file: string): Promise<Manifest> {
  const seen = new Map<string, ArchivedFile>();
  let manifest: Manifest | undefined;
  for await (const entry of readTar(file)) {
    if (manifest) throw new BackupFailed('备份文件在清单之后还有内容，不是完整的备份');
    if (entry.name === MANIFEST) {
      manifest = readManifest(await buffer(entry.body));
      continue;
    }
    const hash = createHash('sha256');
    for await (const chunk of entry.body) hash.update(chunk);
    seen.set(entry.name, { entry: entry.name, bytes: entry.size, sha256: hash.digest('hex') });
  }
  if (!manifest) throw new BackupFailed('备份文件里没有清单：它没有写完，或不是集市的备份');
  const promised = [...manifest.tables.flatMap(({ parts }) => parts), ...(manifest.assets ?? [])];
  for (const { entry, bytes, sha256 } of promised) {
    const found = seen.get(entry);
    if (!found) throw new BackupFailed(`备份文件里少了 ${entry}`);
    if (found.bytes !== bytes || found.sha256 !== sha256) throw new BackupFailed(`备份文件里的 ${entry} 坏了`);
    seen.delete(entry);
  }
  if (seen.size > 0) throw new BackupFailed(`备份文件里多了 ${[...seen.keys()].join('、')}`);
  return manifest;
}

/** The files of an archive that was checked, in order, without the manifest. */
export async function* archivedFiles(file: string): AsyncGenerator<{ entry: string; bytes: Buffer }> {
  for await (const { name, body } of readTar(file)) {
    if (name !== MANIFEST) yield { entry: name, bytes: await buffer(body) };
  }
}

/** The rows of one part of a table. */
export const linesOf = (part: Buffer): string[] => gunzipSync(part).toString('utf8').trimEnd().split('\n');

function readManifest(bytes: Buffer): Manifest {
  try {
    return Manifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new BackupFailed('看不懂备份的清单：它由更新的版本制作，请用那个版本恢复');
  }
}
