import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, root } from './run';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
export interface JestRun extends Counts {
  code: number;
  projects: Record<string, Counts>;
}
interface JestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

const folders: [RegExp, string][] = [
  [/^server\/test\//, 'server'],
  [/^test\/stories\//, 'stories'],
  [/^test\/browser\//, 'browser'],
  [/^test\/miniprogram\//, 'miniprogram'],
  [/^(test\/tooling|contract\/test)\//, 'tooling'],
];
const projectOf = (file: string) => folders.find(([pattern]) => pattern.test(file))?.[1] ?? 'storefront';

/** Counts a report by project; a suite that could not run counts as one failure. */
export function countReport(report: JestReport, folder: string): Record<string, Counts> {
  const projects: Record<string, Counts> = {};
  for (const { name, status, assertionResults } of report.testResults) {
    const project = projectOf(path.relative(folder, name).split(path.sep).join('/'));
    const counts = (projects[project] ??= { passed: 0, failed: 0, skipped: 0 });
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
  }
  return projects;
}

/** On two cores jest would run one file at a time: half of the machine would wait for browsers and databases. */
const workers = Math.max(2, os.availableParallelism() - 1);
/** Databases in memory leave much behind; a worker that has grown so large is slower than a new one. */
const WORKER_MEMORY = '1200MB';

/** Runs jest with its output on this terminal, and counts. `folder` is where jest.config.js stands. */
export async function runJest(args: string[], env: Record<string, string>, folder = root): Promise<JestRun> {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'jishi-jest-'));
  const reportFile = path.join(out, 'report.json');
  try {
    const jestArgs = [
      ...['--json', `--outputFile=${reportFile}`, '--passWithNoTests'],
      ...[`--maxWorkers=${workers}`, `--workerIdleMemoryLimit=${WORKER_MEMORY}`],
      ...args,
    ];
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, [bin('jest', 'bin/jest.js'), ...jestArgs], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['inherit', 'ignore', 'inherit'],
      });
      child.on('error', reject).on('close', (status) => resolve(status ?? 1));
    });
    if (!fs.existsSync(reportFile)) return { code: code || 1, passed: 0, failed: 1, skipped: 0, projects: {} };
    const projects = countReport(JSON.parse(fs.readFileSync(reportFile, 'utf8')) as JestReport, folder);
    return { code, projects, ...addUp(Object.values(projects)) };
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
}

export function addUp(list: Counts[]): Counts {
  const sum = (field: keyof Counts) => list.reduce((total, counts) => total + counts[field], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
