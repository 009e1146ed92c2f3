import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const FOLDERS: Record<string, string> = { '@': 'src', '@jishi/contract': 'contract/src' };

/** The file that a specifier names on a platform; undefined for packages, styles and pictures. */
function resolve(from: string, specifier: string, platform: string): string | undefined {
  const alias = Object.keys(FOLDERS).find((name) => specifier.startsWith(`${name}/`));
  if (!alias && !specifier.startsWith('.')) return undefined;
  const base = alias
    ? path.join(root, FOLDERS[alias]!, specifier.slice(alias.length + 1))
    : path.resolve(path.dirname(from), specifier);
  const endings = ['', '/index'].flatMap((place) => [`.${platform}`, ''].map((suffix) => place + suffix));
  const names = endings.flatMap((ending) => [`${base}${ending}.tsx`, `${base}${ending}.ts`]);
  return names.find((name) => fs.existsSync(name));
}

/**
 * Everything that a build for `platform` takes in through `entries`, relative to the root: file to text. Types leave no
 * trace in a build, so what is imported as a type alone is left out.
 */
export function closure(entries: readonly string[], platform: string): Map<string, string> {
  const texts = new Map<string, string>();
  const visit = (file: string) => {
    const name = path.relative(root, file).split(path.sep).join('/');
    if (texts.has(name)) return;
    const text = fs.readFileSync(file, 'utf8');
    texts.set(name, text);
    for (const [, specifier] of text.matchAll(/(?:^import (?!type)|^export )[^;]*?from '([^']+)'/gm)) {
      const target = resolve(file, specifier!, platform);
      if (target) visit(target);
    }
  };
  for (const entry of entries) visit(path.join(root, entry));
  return texts;
}
