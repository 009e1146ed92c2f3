import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ErrorCode } from '@jishi/contract/plain/errors';
import { AppError } from './errors';

/**
 * A program beside us that does one task after the other: what it does wrong ends it and not the shop. It starts with
 * the first task, again after its end, and keeps nobody from ending.
 */
export interface TaskProcess<Task, Answer> {
  /** Throws `refusal` for a full queue, TaskLost for a task at which the program died or hung. */
  run(task: Task): Promise<Answer>;
  /** Ends it; what waits is lost. */
  close(): Promise<void>;
}

/** The program was killed while it did a task: by the system, or because it took too long. */
export class TaskLost extends Error {}

/** What the program sends: an answer, and the bytes of memory that it holds. See answerTasks. */
export interface TaskMessage<Answer> {
  answer: Answer;
  memory: number;
}

export interface TaskProcessOptions {
  /** Where the program is: beside its opener, as a source or in the bundle. */
  folder: string;
  program: string;
  /** Tasks that wait; more are refused. */
  maxWaiting: number;
  refusal: ErrorCode;
  /** Milliseconds for one task. */
  taskTimeout: number;
  env?: Readonly<Record<string, string>>;
}

/** A process that holds more makes way for a fresh one. */
const MAX_MEMORY = 512 * 1024 * 1024;

export function openTaskProcess<Task, Answer>(options: TaskProcessOptions): TaskProcess<Task, Answer> {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isClosed = false;

  const run = (task: Task) =>
    new Promise<Answer>((resolve, reject) => {
      if (isClosed) throw new TaskLost('closed');
      const worker = (child ??= start());
      worker.ref();
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        worker.off('message', hear).off('exit', end);
        worker.unref();
        worker.channel?.unref();
        settle();
      };
      const dismiss = () => {
        if (child === worker) child = null;
        worker.kill('SIGKILL');
      };
      const hear = ({ answer, memory }: TaskMessage<Answer>) => {
        finish(() => resolve(answer));
        if (memory > MAX_MEMORY) dismiss();
      };
      // killed at its task, the task is to blame; a program that does not start is our fault
      const end = (code: number | null) =>
        finish(() => reject(code === null ? new TaskLost('killed') : new Error(`the process ended with ${code}`)));
      const timer = setTimeout(dismiss, options.taskTimeout);
      worker.channel?.ref();
      worker.on('message', hear).on('exit', end);
      worker.send(task as object, (error) => error && dismiss());
    });

  const start = () => {
    const file = programFile(options);
    const started = fork(file, [], {
      execArgv: ['--max-old-space-size=128', ...(file.endsWith('.ts') ? ['--import', 'tsx'] : [])],
      // where tsx and its settings are found
      cwd: options.folder,
      serialization: 'advanced',
      ...(options.env && { env: { ...process.env, ...options.env } }),
    });
    started.on('error', () => started.kill('SIGKILL'));
    started.once('exit', () => {
      if (child === started) child = null;
    });
    return started;
  };

  return {
    async run(task) {
      if (waiting >= options.maxWaiting) throw new AppError(options.refusal);
      waiting += 1;
      const turn = last.then(() => run(task));
      last = turn.catch(() => undefined).finally(() => (waiting -= 1));
      return turn;
    },
    async close() {
      isClosed = true;
      child?.kill('SIGKILL');
      await last;
    },
  };
}

function programFile({ folder, program }: TaskProcessOptions): string {
  const files = [`${program}.js`, `${program}.ts`].map((name) => path.join(folder, name));
  const file = files.find((one) => existsSync(one));
  if (!file) throw new Error(`the program ${program} is missing`);
  return file;
}

/** Bytes that came from another process, without copying them. */
export const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
