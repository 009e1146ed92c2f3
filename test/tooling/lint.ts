import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A file that could exist, and its text. */
export interface Example {
  file: string;
  code: string;
}

const root = path.join(__dirname, '..', '..');

/**
 * Runs the project's ESLint configuration over the examples; answers the rule ids that complained about each.
 * @param folder where the examples would stand, instead of the project's root
 */
export function lint(examples: Example[], folder = root): string[][] {
  const result = spawnSync(process.execPath, [path.join(__dirname, 'lintExamples.mjs')], {
    cwd: root,
    input: JSON.stringify({ folder, examples }),
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as string[][];
}
