import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { PictureRefused, preparePicture, shrinkPicture } from './preparePicture';
import type { PictureAnswer, PictureTask } from './workshop';

/**
 * A process that decodes pictures which strangers made: what a decoder does wrong ends this process and not the shop.
 * One task at a time, told by the workshop, its parent.
 */
sharp.concurrency(1);
sharp.cache(false);

async function work(task: PictureTask): Promise<PictureAnswer> {
  if (task.kind === 'shrink') return { bytes: await shrinkPicture(task.bytes, task.width, task.type) };
  return { prepared: await preparePicture(await readFile(task.file)) };
}

process.on('message', (task: PictureTask) => {
  void work(task)
    .catch((error: unknown): PictureAnswer => {
      if (error instanceof PictureRefused) return { refused: error.code };
      return { failed: String(error) };
    })
    .then((answer) => process.send!({ answer, memory: process.memoryUsage.rss() }));
});
process.on('disconnect', () => process.exit(0));
