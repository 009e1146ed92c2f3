import fs from 'node:fs/promises';
import path from 'node:path';
import { putInPlace } from './putInPlace';
import { consoleBin, node, root } from './run';

/** Builds the console into `console/dist`; throws with Vite's output when it fails. */
export async function buildConsole(): Promise<void> {
  const fresh = path.join(root, 'dist', 'building', `console-${process.pid}`);
  await fs.rm(fresh, { recursive: true, force: true });
  try {
    const vite = await node(consoleBin('vite', 'bin/vite.js'), ['build', 'console'], {
      env: { NODE_ENV: 'production', JISHI_OUTPUT: fresh, NO_COLOR: '1' },
    });
    if (vite.code !== 0) throw new Error(`console: not built\n${vite.output}`);
    await putInPlace(fresh, path.join(root, 'console', 'dist'));
  } finally {
    await fs.rm(fresh, { recursive: true, force: true });
  }
}
