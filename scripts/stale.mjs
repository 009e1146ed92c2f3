/**
 * Tells whether a build still fits its sources. Plain JavaScript so that `npm start` can ask before anything is built.
 *
 * A stamp `dist/stamps/<target>.json` holds a hash of all a target is made of, taken before its build began: a file
 * that changes meanwhile leaves the build stale.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const everywhere = [
  'package.json',
  'package-lock.json',
  'contract/package.json',
  'contract/src',
  'tsconfig.base.json',
  'scripts/lib/buildStorefront.ts',
  'scripts/lib/buildServer.ts',
  'scripts/lib/buildConsole.ts',
];
const storefront = [...everywhere, 'src', 'config', 'babel.config.js', 'tsconfig.json'];

const targets = {
  weapp: { inputs: [...storefront, 'project.config.json'], output: 'dist/weapp/app.json' },
  alipay: { inputs: [...storefront, 'project.alipay.json'], output: 'dist/alipay/app.json' },
  tt: { inputs: [...storefront, 'project.tt.json'], output: 'dist/tt/app.json' },
  h5: { inputs: storefront, output: 'dist/h5/index.html' },
  console: {
    inputs: [
      ...everywhere,
      ...['index.html', 'package.json', 'src', 'tsconfig.json', 'vite.config.ts'].map((name) => `console/${name}`),
    ],
    output: 'console/dist/index.html',
  },
  server: {
    inputs: [...everywhere, 'server/package.json', 'server/tsconfig.json', 'server/src', 'server/migrations'],
    output: 'server/dist/main.js',
  },
};

export const targetNames = Object.keys(targets);

/** The file that every finished build of `target` has. */
export const outputFile = (target) => path.join(root, targets[target].output);

const stampFile = (target) => path.join(root, 'dist', 'stamps', `${target}.json`);

/** Hex SHA-256 over the names and contents of everything `target` is built from, and its settings. */
export function sourceHash(target) {
  const hash = createHash('sha256');
  for (const input of targets[target].inputs) addPath(hash, input);
  // only what is packed and sent away needs the address: all else talks to its own origin
  if (['weapp', 'alipay', 'tt'].includes(target)) hash.update(process.env.TARO_APP_API ?? '');
  return hash.digest('hex');
}

function addPath(hash, relative) {
  const file = path.join(root, relative);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const name of fs.readdirSync(file).sort()) addPath(hash, `${relative}/${name}`);
    return;
  }
  const content = fs.readFileSync(file);
  hash.update(`${relative}\0${content.length}\0`).update(content);
}

/** True when `target` was never built or is older than its sources. */
export function isStale(target) {
  if (!fs.existsSync(outputFile(target)) || !fs.existsSync(stampFile(target))) return true;
  return JSON.parse(fs.readFileSync(stampFile(target), 'utf8')).hash !== sourceHash(target);
}

export function writeStamp(target, hash) {
  fs.mkdirSync(path.dirname(stampFile(target)), { recursive: true });
  fs.writeFileSync(stampFile(target), `${JSON.stringify({ hash })}\n`);
}

export function removeStamp(target) {
  fs.rmSync(stampFile(target), { force: true });
}
