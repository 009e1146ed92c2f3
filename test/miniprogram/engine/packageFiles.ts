import fs from 'node:fs';
import path from 'node:path';
import type { PackageFiles, Platform } from './protocol';

/** Reads every file of a built package. Throws when the folder holds no `app.json`, i.e. was never built. */
export function readPackage(dir: string): PackageFiles {
  if (!fs.existsSync(path.join(dir, 'app.json'))) throw new Error(`${dir} holds no built mini-program (no app.json)`);
  const files: PackageFiles = new Map();
  const walk = (folder: string) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(full);
      else files.set(path.relative(dir, full).split(path.sep).join('/'), fs.readFileSync(full));
    }
  };
  walk(dir);
  return files;
}

/** The platform a package was built for, by its template extension. */
export function detectPlatform(files: PackageFiles): Platform {
  for (const name of files.keys()) {
    if (name.endsWith('.axml')) return 'alipay';
    if (name.endsWith('.ttml')) return 'tt';
  }
  return 'weapp';
}

export const textOf = (files: PackageFiles, name: string): string => files.get(name)?.toString('utf8') ?? '';
