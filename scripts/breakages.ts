/**
 * `npm run breakages`: applies each one-line mistake of test/breakages to a copy of the sources and shows that the
 * named test, which passes without it, then fails. An argument runs only the breakages whose name or file contains it.
 */
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import type { Breakage } from '../test/support/breakage';
import { bin, node, root } from './lib/run';
import { makeWorkingCopy } from './lib/workingCopy';

type Outcome = 'red' | 'SURVIVED' | 'the text to replace is not there exactly once' | `the test ${string}`;

function loadBreakages(wanted: string): Breakage[] {
  const folder = path.join(root, 'test', 'breakages');
  const load = createRequire(__filename);
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((file) => ({ file, ...(load(path.join(folder, file)) as { breakage: Breakage }) }))
    .filter(({ file, breakage: { name } }) => file.includes(wanted) || name.includes(wanted))
    .map(({ breakage }) => breakage);
}

type TestResult = 'passed' | 'failed' | 'did not run' | 'crashed';

/** Runs one test by name in a copy. */
async function runTest(copy: { folder: string; config: string }, { test, testName }: Breakage): Promise<TestResult> {
  const report = path.join(copy.folder, 'report.json');
  fs.rmSync(report, { force: true });
  const pattern = testName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await node(
    bin('jest', 'bin/jest.js'),
    ['--config', copy.config, '--runTestsByPath', test, '-t', pattern, '--json', `--outputFile=${report}`],
    { cwd: copy.folder, env: { TEST_DB: 'pglite' } },
  );
  if (!fs.existsSync(report)) return 'crashed';
  const counts = JSON.parse(fs.readFileSync(report, 'utf8')) as Record<string, number>;
  if (counts.numRuntimeErrorTestSuites) return 'crashed';
  if (counts.numFailedTests) return 'failed';
  return counts.numPassedTests ? 'passed' : 'did not run';
}

async function judge(copy: { folder: string; config: string }, breakage: Breakage): Promise<Outcome> {
  const file = path.join(copy.folder, breakage.file);
  const source = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (source.split(breakage.find).length !== 2) return 'the text to replace is not there exactly once';
  const whole = await runTest(copy, breakage);
  if (whole !== 'passed') return `the test ${whole} without the breakage`;
  try {
    fs.writeFileSync(
      file,
      source.replace(breakage.find, () => breakage.replace),
    );
    const broken = await runTest(copy, breakage);
    if (broken === 'failed') return 'red';
    return broken === 'passed' ? 'SURVIVED' : `the test ${broken} instead of failing`;
  } finally {
    fs.writeFileSync(file, source);
  }
}

async function main(wanted: string): Promise<void> {
  const breakages = loadBreakages(wanted);
  const queue = [...breakages];
  let survivors = 0;
  const worker = async () => {
    const copy = makeWorkingCopy();
    try {
      for (let breakage = queue.shift(); breakage; breakage = queue.shift()) {
        const outcome = await judge(copy, breakage);
        if (outcome !== 'red') survivors += 1;
        console.log(`${outcome.padEnd(8)} ${breakage.name}\n         ${breakage.test}: ${breakage.testName}`);
      }
    } finally {
      copy.remove();
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(`${breakages.length - survivors} of ${breakages.length} breakages turn their test red`);
  if (survivors > 0 || breakages.length === 0) process.exitCode = 1;
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
