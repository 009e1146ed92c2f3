import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

export const root = path.resolve(__dirname, '..', '..');

export interface RunResult {
  code: number;
  /** stdout and stderr in the order they came. */
  output: string;
  seconds: number;
}
export interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** Shows the output while it comes, besides collecting it. */
  echo?: boolean;
}

/** Runs a package's command with this Node, without a shell: `bin('eslint')` is the path of its script. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (options.echo) process.stdout.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8');
      resolve({ code: code ?? 1, output, seconds: (Date.now() - started) / 1000 });
    });
  });
}

/** The script behind `npx name`. */
export function bin(packageName: string, script: string): string {
  return path.join(root, 'node_modules', packageName, script);
}

/** The same for a package that only the console has: npm may put it beside the console. */
export function consoleBin(packageName: string, script: string): string {
  const own = createRequire(path.join(root, 'console', 'package.json'));
  return path.join(path.dirname(own.resolve(`${packageName}/package.json`)), script);
}

export const node = (script: string, args: string[], options?: RunOptions) =>
  run(process.execPath, [script, ...args], options);
