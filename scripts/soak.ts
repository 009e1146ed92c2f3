/** `npm run soak`: every test that repeats itself with `runs()`, at its stated number of repetitions. */
import fs from 'node:fs';
import path from 'node:path';
import { runJest } from './lib/jest';
import { root } from './lib/run';

function propertyTests(): string[] {
  const folders = ['test', 'server/test', 'contract/test'].filter((folder) => fs.existsSync(path.join(root, folder)));
  return folders
    .flatMap((folder) =>
      fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /\/runs'/.test(fs.readFileSync(path.join(root, file), 'utf8')));
}

async function main(args: string[]): Promise<void> {
  const files = propertyTests();
  if (files.length === 0) throw new Error('no test repeats itself with runs() of test/support/runs.ts');
  const hour = String(60 * 60 * 1000);
  const soaked = await runJest([...args, '--testTimeout', hour, '--runTestsByPath', ...files], { SOAK: '1' });
  console.log(`${soaked.passed} passed, ${soaked.failed} failed`);
  process.exitCode = soaked.code;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
