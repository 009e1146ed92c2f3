import { sourceHash, removeStamp, writeStamp, type Target } from '../stale.mjs';
import { buildConsole } from './buildConsole';
import { buildServer } from './buildServer';
import { buildStorefront } from './buildStorefront';

/** Builds the targets two at a time, with one line for each; throws with the first one's output that fails. */
export async function buildTargets(targets: readonly Target[]): Promise<void> {
  const queue = [...targets];
  const worker = async () => {
    for (let target = queue.shift(); target; target = queue.shift()) {
      await buildTarget(target).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
    }
  };
  await Promise.all([worker(), worker()]);
}

async function buildTarget(target: Target): Promise<void> {
  const started = Date.now();
  const hash = sourceHash(target);
  removeStamp(target);
  if (target === 'server') await buildServer();
  else if (target === 'console') await buildConsole();
  else await buildStorefront(target);
  writeStamp(target, hash);
  console.log(`built ${target.padEnd(7)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
