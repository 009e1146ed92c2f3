import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/run';

/** `home` → `/pages/home/index`, read from src/lib/routes.ts, which itself loads only in a storefront. */
export const PAGE_PATHS: Readonly<Record<string, string>> = Object.fromEntries(
  [...readFileSync(path.join(root, 'src', 'lib', 'routes.ts'), 'utf8').matchAll(/^ {2}(\w+): '(\/[\w/]+)',$/gm)].map(
    ([, name, address]) => [name!, address!],
  ),
);

/** Only the development build has this page. */
const GALLERY = '/gallery/parts/index';

export function pagePath(name: string): string {
  const known = name === 'gallery' ? GALLERY : PAGE_PATHS[name];
  if (!known) throw new Error(`src/lib/routes.ts has no page ${name}`);
  return known;
}
