import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** scripts/stale.mjs takes the folder above its own for the root, so a copy judges a shop made for the test. */
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'stale-'));
const put = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};

/** Runs one expression of the module in Node, because jest cannot load ES modules. */
function ask(expression: string, env: Record<string, string> = {}): unknown {
  const code = `import * as stale from './scripts/stale.mjs'; console.log(JSON.stringify(${expression} ?? null));`;
  const options = { cwd: root, encoding: 'utf8' as const, env: { ...process.env, ...env } };
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', code], options);
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout);
}

beforeAll(() => {
  fs.mkdirSync(path.join(root, 'scripts'));
  fs.copyFileSync(path.join(__dirname, '..', '..', 'scripts', 'stale.mjs'), path.join(root, 'scripts', 'stale.mjs'));
});
beforeEach(() => {
  put('src/app.tsx', 'app');
  put('contract/src/orders.ts', 'orders');
  put('server/src/main.ts', 'main');
  for (const target of ['weapp', 'h5']) {
    put(`dist/${target}/${target === 'h5' ? 'index.html' : 'app.json'}`, '');
    ask(`stale.writeStamp('${target}', stale.sourceHash('${target}'))`);
  }
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const both = `[stale.isStale('weapp'), stale.isStale('h5')]`;

test('a build fits its sources until one of them changes, appears, moves or goes', () => {
  expect(ask(both)).toEqual([false, false]);
  put('src/app.tsx', 'App');
  expect(ask(both)).toEqual([true, true]);
  put('src/app.tsx', 'app');
  expect(ask(both)).toEqual([false, false]);
  put('src/lib/new.ts', '');
  expect(ask(both)).toEqual([true, true]);
  fs.rmSync(path.join(root, 'src', 'lib'), { recursive: true });
  fs.renameSync(path.join(root, 'contract/src/orders.ts'), path.join(root, 'contract/src/carts.ts'));
  expect(ask(both)).toEqual([true, true]);
  fs.rmSync(path.join(root, 'contract/src/carts.ts'));
  expect(ask(both)).toEqual([true, true]);
});

test('the server is no source of a storefront', () => {
  put('server/src/main.ts', 'other');
  expect(ask(both)).toEqual([false, false]);
});

test("the backend's address is part of a mini-program package and not of the page", () => {
  expect(ask(both, { TARO_APP_API: 'https://shop.example' })).toEqual([true, false]);
});

test('a build without its stamp, or a stamp without its build, is stale', () => {
  ask(`stale.removeStamp('weapp')`);
  fs.rmSync(path.join(root, 'dist', 'h5'), { recursive: true });
  expect(ask(both)).toEqual([true, true]);
});
