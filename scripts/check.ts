/** `npm run check`: format, lint and types, two steps at a time, one line each; output only of what fails. */
import { bin, node } from './lib/run';

const tsc = bin('typescript', 'bin/tsc');
const platforms = ['weapp', 'alipay', 'tt', 'h5'];

/** Remembers what it has checked, so that a second run looks only at what changed. */
const remember = (name: string) => ['--incremental', '--tsBuildInfoFile', `.cache/tsc/${name}.tsbuildinfo`];

const steps: { name: string; script: string; args: string[] }[] = [
  { name: 'lint', script: bin('eslint', 'bin/eslint.js'), args: ['.', '--max-warnings', '0'] },
  { name: 'types of the server', script: tsc, args: ['-p', 'server/tsconfig.json', ...remember('server')] },
  { name: 'types of the console', script: tsc, args: ['-p', 'console/tsconfig.json', ...remember('console')] },
  ...platforms.map((platform) => ({
    name: `types on ${platform}`,
    script: tsc,
    // the compiler then reads each import of src/platform as this build will; the tests run on h5
    args: [
      ...['-p', platform === 'h5' ? 'tsconfig.json' : 'tsconfig.src.json'],
      ...['--moduleSuffixes', `.${platform},`],
      ...remember(platform),
    ],
  })),
  { name: 'format', script: bin('prettier', 'bin/prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
];

async function main(): Promise<void> {
  const queue = [...steps];
  const failures: string[] = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const { code, output, seconds } = await node(step.script, step.args);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(20)} ${seconds.toFixed(1)} s`);
      if (code !== 0) failures.push(`\n== ${step.name}\n${output.trim()}`);
    }
  };
  await Promise.all([worker(), worker()]);
  for (const failure of failures) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}

void main();
