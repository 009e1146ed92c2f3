import { AppError } from '../errors';
import { asBuffer, openTaskProcess } from '../taskProcess';
import { MAX_LABELS, type PosterInput, type Posters, type SheetInput } from './types';

export type PosterTask = { kind: 'poster'; input: PosterInput } | { kind: 'sheet'; input: SheetInput };
export type PosterAnswer =
  { bytes: Buffer } | { refused: 'picture_invalid' | 'picture_too_large' } | { failed: string };

export interface PostersOptions {
  /** Posters that wait; more are refused. */
  maxWaiting?: number;
  /** Bytes of pictures and codes that wait; more are refused. */
  maxWaitingBytes?: number;
  /** Milliseconds for one poster; one that takes longer fails. */
  posterTimeout?: number;
}

const MAX_WAITING_SHEETS = 8;
const SHEET_TIMEOUT = 120_000;

/** Sheets have a process of their own: a long one holds up no poster. */
export function openPosters({
  maxWaiting = 256,
  maxWaitingBytes = 128 * 1024 * 1024,
  posterTimeout = 20_000,
}: PostersOptions = {}): Posters {
  const open = (limits: { maxWaiting: number; taskTimeout: number }) =>
    openTaskProcess<PosterTask, PosterAnswer>({
      ...limits,
      folder: __dirname,
      program: 'posterChild',
      refusal: 'busy',
      // the font of ours alone: a poster is the same on every machine
      env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    });
  const posters = open({ maxWaiting, taskTimeout: posterTimeout });
  const sheets = open({ maxWaiting: MAX_WAITING_SHEETS, taskTimeout: SHEET_TIMEOUT });
  let waitingBytes = 0;

  const run = async (task: PosterTask): Promise<Buffer> => {
    const size = bytesOf(task);
    if (waitingBytes + size > maxWaitingBytes) throw new AppError('busy');
    waitingBytes += size;
    const program = task.kind === 'poster' ? posters : sheets;
    const answer = await program.run(task).finally(() => (waitingBytes -= size));
    if ('refused' in answer) throw new AppError(answer.refused);
    if ('bytes' in answer) return asBuffer(answer.bytes);
    throw new Error(`nothing was drawn: ${answer.failed}`);
  };

  return {
    draw: (input) => run({ kind: 'poster', input }),
    async sheet(input) {
      if (input.labels.length === 0 || input.labels.length > MAX_LABELS) throw new AppError('invalid_request');
      return run({ kind: 'sheet', input });
    },
    async close() {
      await Promise.all([posters.close(), sheets.close()]);
    },
  };
}

function bytesOf(task: PosterTask): number {
  if (task.kind === 'poster') return (task.input.pictureBytes?.length ?? 0) + task.input.code.bytes.length;
  return task.input.labels.reduce((sum, { code }) => sum + code.bytes.length, 0);
}
