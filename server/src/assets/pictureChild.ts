import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { answerTasks } from '../answerTasks';
import { PictureRefused, preparePicture, shrinkPicture } from './preparePicture';
import type { PictureAnswer, PictureTask } from './workshop';

/** The workshop's program: it decodes pictures which strangers made. */
sharp.concurrency(1);
sharp.cache(false);

async function work(task: PictureTask): Promise<PictureAnswer> {
  if (task.kind === 'shrink') return { bytes: await shrinkPicture(task.bytes, task.width, task.type) };
  return { prepared: await preparePicture(await readFile(task.file)) };
}

answerTasks<PictureTask, PictureAnswer>(work, (error) =>
  error instanceof PictureRefused ? { refused: error.code } : { failed: String(error) },
);
