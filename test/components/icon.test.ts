import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ICONS } from '@/components/Icon';

const sheet = readFileSync(path.resolve('src/components/Icon.module.scss'), 'utf8');
const drawings = new Map(
  [.../\$drawings: \(([^)]*)\)/.exec(sheet)![1]!.matchAll(/(\w+): ([\w-]+),/g)].map(([, name, file]) => [name!, file!]),
);

it('has a drawing for every icon name, and no drawing without a name', () => {
  expect([...drawings.keys()].sort()).toEqual([...ICONS].sort());
});

it('takes every drawing from the icon set', () => {
  for (const file of drawings.values()) {
    expect([file, existsSync(path.resolve(`node_modules/@tabler/icons/icons/outline/${file}.svg`))]).toEqual([
      file,
      true,
    ]);
  }
});

it('ships only icons that some page shows', () => {
  const sources = readTree('src');
  for (const name of ICONS) expect([name, new RegExp(`['"]${name}['"]`).test(sources)]).toEqual([name, true]);
});

/** All TSX of a folder but the list itself. */
function readTree(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('Icon.tsx'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
