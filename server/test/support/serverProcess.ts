import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** SIGTERM, then its exit code. */
  stop(): Promise<number | null>;
  /** Dies at once, as in a power cut. */
  kill(): Promise<void>;
}

export interface ServerExit {
  code: number | null;
  output: string;
}

/** A real server process. Resolves when it serves, or with its exit when it refuses to. */
export function startServer(env: Record<string, string>): Promise<ServerProcess | ServerExit> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'server/src/main.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'error',
      DEMO_SHOP: 'off',
      RATE_LIMIT: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /店铺\s+(http:\/\/\S+?)\/\s/.exec(output)?.[1];
      if (url)
        resolve({
          url,
          child,
          output: () => output,
          stop: () => end('SIGTERM'),
          kill: async () => void (await end('SIGKILL')),
        });
    };
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exited;
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => resolve({ code, output }));
  });
}

/** For tests that cannot go on without it. */
export async function startServerOrThrow(env: Record<string, string>): Promise<ServerProcess> {
  const started = await startServer(env);
  if (!('url' in started)) throw new Error(`server ended with ${started.code}: ${started.output}`);
  return started;
}
