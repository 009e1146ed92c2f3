/** `tsx scripts/build.ts weapp alipay tt h5 server`: builds the named targets, see lib/buildTargets.ts. */
import { loadEnvFile } from '../server/src/loadEnvFile';
import { buildTargets } from './lib/buildTargets';
import { targetNames, type Target } from './stale.mjs';

const isTarget = (name: string): name is Target => (targetNames as string[]).includes(name);

async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !isTarget(name));
  if (unknown.length > 0 || names.length === 0) {
    throw new Error(
      `say what to build: ${targetNames.join(' ')}${unknown.length > 0 ? `, not ${unknown.join(' ')}` : ''}`,
    );
  }
  // TARO_APP_API may stand there
  loadEnvFile();
  await buildTargets(names.filter(isTarget));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
