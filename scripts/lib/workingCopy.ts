import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './run';

/** Jest's configuration for a copy whose node_modules is a link: paths into it must name its true place. */
const copyConfig = `
const original = require('./jest.config.js');
const root = ${JSON.stringify(`${root}/`)};
const place = (value) => {
  if (typeof value === 'string') return value.replace(/<rootDir>\\/(?=(\\(server\\/\\)\\?)?node_modules)/g, root);
  if (Array.isArray(value)) return value.map(place);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, place(inner)]));
};
module.exports = place(original);
`;

/** Copies the sources to a temporary folder, where they may be broken; `remove` deletes it. */
export function makeWorkingCopy(): { folder: string; config: string; remove(): void } {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'jishi-copy-')));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of new Set(listed.split('\0'))) {
    if (!file || !fs.existsSync(path.join(root, file))) continue;
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  for (const modules of ['node_modules', 'server/node_modules', 'contract/node_modules', 'console/node_modules']) {
    if (fs.existsSync(path.join(root, modules))) fs.symlinkSync(path.join(root, modules), path.join(folder, modules));
  }
  const config = path.join(folder, 'jest.copy.config.js');
  fs.writeFileSync(config, copyConfig);
  return { folder, config, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
