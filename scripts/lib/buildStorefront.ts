import fs from 'node:fs/promises';
import path from 'node:path';
import type { Target } from '../stale.mjs';
import { putInPlace } from './putInPlace';
import { bin, node, root } from './run';

/** Builds one storefront target into `dist/<target>`; throws with Taro's output when nothing usable came out. */
export async function buildStorefront(target: Target): Promise<void> {
  const aside = path.join('dist', 'building', `${target}-${process.pid}`);
  const fresh = path.join(root, aside);
  await fs.rm(fresh, { recursive: true, force: true });
  try {
    await runTaro(target, aside);
    if (target !== 'h5') await removeAttachments(fresh);
    await putInPlace(fresh, path.join(root, 'dist', target));
  } finally {
    await fs.rm(fresh, { recursive: true, force: true });
  }
}

/** The H5 page with the gallery of components, apart from what is shipped, or the one at hand. Answers its folder. */
export async function buildGallery(isBuilt: boolean): Promise<string> {
  const output = path.join('dist', 'gallery');
  if (!isBuilt) await runTaro('h5', output, { JISHI_GALLERY: 'on' });
  return path.join(root, output);
}

async function runTaro(target: Target, output: string, more: Record<string, string> = {}): Promise<void> {
  // --no-check: Taro's check of the configuration asks a server on the internet for a schema; tsc checks it instead
  const taro = await node(bin('@tarojs/cli', 'bin/taro'), ['build', '--type', target, '--no-check'], {
    env: { NODE_ENV: 'production', JISHI_OUTPUT: output, CI: 'true', NO_COLOR: '1', ...more },
  });
  const entry = target === 'h5' ? 'index.html' : 'app.json';
  const isThere = await fs.stat(path.join(root, output, entry)).then(
    () => true,
    () => false,
  );
  // Taro exits with 0 when it refuses its configuration, and builds nothing
  if (taro.code !== 0 || !isThere) throw new Error(`${target}: no ${entry} was built\n${reasonIn(taro.output)}`);
}

/** Taro's output is mostly its progress bar; its errors stand at the end. */
function reasonIn(output: string): string {
  const errors = output.lastIndexOf('✖ Errors');
  // eslint-disable-next-line no-control-regex -- the progress bar moves the cursor
  const text = (errors < 0 ? output : output.slice(errors)).replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  return text
    .trim()
    .split('\n')
    .slice(errors < 0 ? -40 : 0)
    .join('\n');
}

/** Licence texts and source maps would count against a mini-program's size limit; NOTICE names the licences. */
async function removeAttachments(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder, { recursive: true })) {
    if (/\.LICENSE\.txt$|\.map$/.test(name)) await fs.rm(path.join(folder, name));
  }
}
