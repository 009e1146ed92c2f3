import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, type ecmaVersion } from 'acorn';

/** Sizes in bytes. */
export interface PackageSize {
  main: number;
  subpackages: Record<string, number>;
  total: number;
}
export interface PageSize {
  total: number;
  gzip: number;
  /** Scripts and styles that index.html names. */
  entry: number;
}

function filesIn(folder: string): { name: string; bytes: Buffer }[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file).split(path.sep).join('/'), bytes: fs.readFileSync(file) };
    });
}

/** A mini-program package: what stands under no subpackage's root belongs to the main package. */
export function measurePackage(folder: string): PackageSize {
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const subpackages = Object.fromEntries(roots.map((root) => [root, 0]));
  let main = 0;
  for (const { name, bytes } of filesIn(folder)) {
    const root = roots.find((one) => name.startsWith(`${one}/`));
    if (root === undefined) main += bytes.length;
    else subpackages[root] = (subpackages[root] ?? 0) + bytes.length;
  }
  return { main, subpackages, total: main + Object.values(subpackages).reduce((sum, bytes) => sum + bytes, 0) };
}

/** The H5 page; gzip is the sum over the files, as a server sends them. */
export function measurePage(folder: string): PageSize {
  const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
  const files = filesIn(folder).filter(({ name }) => !/\.LICENSE\.txt$|\.map$/.test(name));
  const sum = (list: { bytes: Buffer }[], size: (bytes: Buffer) => number) =>
    list.reduce((total, { bytes }) => total + size(bytes), 0);
  const entry = files.filter(({ name }) => html.includes(`"./${name}"`) || html.includes(`"${name}"`));
  return {
    total: sum(files, (bytes) => bytes.length),
    gzip: sum(files, (bytes) => gzipSync(bytes).length),
    entry: sum(entry, (bytes) => bytes.length),
  };
}

const levels: ecmaVersion[] = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** The lowest edition of ECMAScript as which every .js file parses, and the file that asks for it. */
export function languageLevel(folder: string): { level: ecmaVersion; file: string } {
  let highest = { index: 0, file: '' };
  for (const { name, bytes } of filesIn(folder)) {
    if (!name.endsWith('.js')) continue;
    const source = bytes.toString('utf8');
    let index = highest.index;
    while (!parsesAs(source, levels[index])) {
      index += 1;
      if (index === levels.length) throw new Error(`${name} is no JavaScript`);
    }
    if (index > highest.index || !highest.file) highest = { index, file: name };
  }
  return { level: levels[highest.index]!, file: highest.file };
}

function parsesAs(source: string, level: ecmaVersion | undefined): boolean {
  try {
    parse(source, { ecmaVersion: level ?? 'latest', sourceType: 'script' });
    return true;
  } catch {
    return false;
  }
}
