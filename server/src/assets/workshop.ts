import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../errors';
import type { Prepared } from './preparePicture';

/** Decodes and shrinks pictures in a process of its own, one at a time. */
export interface Workshop {
  /** A file that somebody uploaded. Throws `picture_invalid`, `picture_too_large`, and `rate_limited` for a full queue. */
  prepare(file: string): Promise<Prepared>;
  /** Of a prepared picture. Throws for what is none. */
  shrink(bytes: Buffer, width: number, type: 'jpg' | 'png'): Promise<Buffer>;
}

export type PictureTask =
  { kind: 'prepare'; file: string } | { kind: 'shrink'; bytes: Buffer; width: number; type: 'jpg' | 'png' };
export type PictureAnswer =
  | { prepared: Prepared }
  | { bytes: Buffer }
  | { refused: 'picture_invalid' | 'picture_too_large' }
  | { failed: string };

/** What the process sends: an answer, and the bytes of memory that it holds. */
export interface PictureMessage {
  answer: PictureAnswer;
  memory: number;
}

/** A process that holds more makes way for a fresh one. */
const MAX_MEMORY = 512 * 1024 * 1024;

export interface WorkshopOptions {
  /** Tasks that wait; more are refused. */
  maxWaiting?: number;
  /** Milliseconds for one task; a picture that takes longer is refused. */
  taskTimeout?: number;
}

/** The process starts with the first task and keeps nobody from ending. */
export function openWorkshop({ maxWaiting = 16, taskTimeout = 20_000 }: WorkshopOptions = {}): Workshop {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const run = (task: PictureTask) =>
    new Promise<PictureAnswer>((resolve) => {
      const worker = (child ??= startChild());
      worker.ref();
      const finish = (answer: PictureAnswer) => {
        clearTimeout(timer);
        worker.off('message', hear).off('exit', end);
        worker.unref();
        worker.channel?.unref();
        resolve(answer);
      };
      const dismiss = () => {
        if (child === worker) child = null;
        worker.kill('SIGKILL');
      };
      const hear = ({ answer, memory }: PictureMessage) => {
        finish(answer);
        if (memory > MAX_MEMORY) dismiss();
      };
      // a picture at which the decoder dies or hangs is no picture; a program that does not start is our fault
      const end = (code: number | null) =>
        finish(code === null ? { refused: 'picture_invalid' } : { failed: `the process ended with ${code}` });
      const timer = setTimeout(dismiss, taskTimeout);
      worker.channel?.ref();
      worker.on('message', hear).on('exit', end);
      worker.send(task, (error) => error && dismiss());
    });

  const startChild = () => {
    const file = childFile();
    const started = fork(file, [], {
      execArgv: ['--max-old-space-size=128', ...(file.endsWith('.ts') ? ['--import', 'tsx'] : [])],
      // where tsx and its settings are found
      cwd: __dirname,
      serialization: 'advanced',
    });
    started.on('error', () => started.kill('SIGKILL'));
    started.once('exit', () => {
      if (child === started) child = null;
    });
    return started;
  };

  const queue = async (task: PictureTask): Promise<PictureAnswer> => {
    if (waiting >= maxWaiting) throw new AppError('rate_limited');
    waiting += 1;
    const turn = last.then(() => run(task));
    last = turn.catch(() => undefined).finally(() => (waiting -= 1));
    return turn;
  };

  return {
    async prepare(file) {
      const answer = await queue({ kind: 'prepare', file });
      if ('refused' in answer) throw new AppError(answer.refused);
      if ('prepared' in answer) return { ...answer.prepared, bytes: asBuffer(answer.prepared.bytes) };
      throw new Error(`no picture was prepared: ${JSON.stringify(answer)}`);
    },
    async shrink(bytes, width, type) {
      const answer = await queue({ kind: 'shrink', bytes, width, type });
      if ('bytes' in answer) return asBuffer(answer.bytes);
      throw new Error(`no picture was made: ${JSON.stringify(answer)}`);
    },
  };
}

/** Bytes that came from another process, without copying them. */
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Beside this file, as a source or in the bundle. */
function childFile(): string {
  const files = ['pictureChild.js', 'pictureChild.ts'].map((name) => path.join(__dirname, name));
  const file = files.find((one) => existsSync(one));
  if (!file) throw new Error('the program that decodes pictures is missing');
  return file;
}
