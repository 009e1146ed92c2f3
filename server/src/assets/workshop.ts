import { AppError } from '../errors';
import { asBuffer, openTaskProcess, TaskLost } from '../taskProcess';
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

export interface WorkshopOptions {
  /** Tasks that wait; more are refused. */
  maxWaiting?: number;
  /** Milliseconds for one task; a picture that takes longer is refused. */
  taskTimeout?: number;
}

export function openWorkshop({ maxWaiting = 16, taskTimeout = 20_000 }: WorkshopOptions = {}): Workshop {
  const program = openTaskProcess<PictureTask, PictureAnswer>({
    folder: __dirname,
    program: 'pictureChild',
    refusal: 'rate_limited',
    maxWaiting,
    taskTimeout,
  });
  return {
    async prepare(file) {
      const answer = await program.run({ kind: 'prepare', file }).catch((error: unknown) => {
        // a picture at which the decoder dies or hangs is no picture
        throw error instanceof TaskLost ? new AppError('picture_invalid') : error;
      });
      if ('refused' in answer) throw new AppError(answer.refused);
      if ('prepared' in answer) return { ...answer.prepared, bytes: asBuffer(answer.prepared.bytes) };
      throw new Error(`no picture was prepared: ${JSON.stringify(answer)}`);
    },
    async shrink(bytes, width, type) {
      const answer = await program.run({ kind: 'shrink', bytes, width, type });
      if ('bytes' in answer) return asBuffer(answer.bytes);
      throw new Error(`no picture was made: ${JSON.stringify(answer)}`);
    },
  };
}
