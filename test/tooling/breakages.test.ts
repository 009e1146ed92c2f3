import fs from 'node:fs';
import path from 'node:path';
import type { Breakage } from '../support/breakage';

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, 'test', 'breakages');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

test('each mistake of test/breakages can still be made, once, and its test is where it says', async () => {
  const lost: string[] = [];
  const names = new Set<string>();
  for (const name of fs.readdirSync(folder)) {
    const { breakage } = (await import(path.join(folder, name))) as { breakage: Breakage };
    const isThere = [breakage.file, breakage.test].every((file) => fs.existsSync(path.join(root, file)));
    if (!isThere || read(breakage.file).split(breakage.find).length !== 2) lost.push(name);
    if (names.has(breakage.name)) lost.push(`${name}: a name twice`);
    names.add(breakage.name);
  }
  expect(lost).toEqual([]);
  expect(names.size).toBeGreaterThan(100);
});
