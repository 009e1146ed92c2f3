import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import sharp from 'sharp';
import { answerTasks } from '../answerTasks';
import { PictureRefused } from '../assets/preparePicture';
import { drawPoster } from './drawPoster';
import { drawSheet } from './drawSheet';
import type { PosterAnswer, PosterTask } from './posters';

/** The program that draws. Shoppers who pay go first on the processor; Linux asks each thread for itself. */
const THREADS = '/proc/self/task';
for (const thread of existsSync(THREADS) ? readdirSync(THREADS) : [process.pid])
  os.setPriority(Number(thread), os.constants.priority.PRIORITY_BELOW_NORMAL);
sharp.concurrency(1);
sharp.cache(false);

async function work(task: PosterTask): Promise<PosterAnswer> {
  if (task.kind === 'sheet') return { bytes: await drawSheet(task.input) };
  return { bytes: (await drawPoster(task.input)).bytes };
}

answerTasks<PosterTask, PosterAnswer>(work, (error) =>
  error instanceof PictureRefused ? { refused: error.code } : { failed: String(error) },
);
