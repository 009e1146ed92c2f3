import { zipSync } from 'fflate';
import type { Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { call } from '../api/call';
import { saveFile } from '../saveFile';
import { dayAgo } from '../time';

export interface Taken {
  codes: readonly { token: string; name: string }[];
  platforms: readonly Platform[];
  /** So many of all are there. */
  onStep(done: number, all: number): void;
}

/** Each code's picture in each super-app: those that are there already come at once, so a second try goes on. */
async function readPictures({ codes, platforms, onStep }: Taken) {
  const pictures: { token: string; name: string; platform: Platform; url: string }[] = [];
  const all = codes.length * platforms.length;
  onStep(0, all);
  for (const platform of platforms) {
    for (const { token, name } of codes) {
      const { url } = await call('GET /admin/codes/:token/pictures/:platform', { params: { token, platform } });
      pictures.push({ token, name, platform, url });
      onStep(pictures.length, all);
    }
  }
  return pictures;
}

/** Gives the person every picture in one archive. Throws as `call` does. */
export async function savePictures(taken: Taken): Promise<void> {
  const pictures = await readPictures(taken);
  const files = await Promise.all(
    pictures.map(async ({ token, name, platform, url }) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`a picture answered ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return [`${fileName(name)}-${PLATFORM_WORDS[platform]}-${token}.png`, bytes] as const;
    }),
  );
  // pictures are packed already
  const archive = zipSync(Object.fromEntries(files), { level: 0 });
  saveFile(`推广码-${dayAgo(0)}.zip`, new Blob([archive], { type: 'application/zip' }));
}

/** Gives the person the shelf labels, a PDF for each super-app. Throws as `call` does. */
export async function saveLabels(taken: Taken): Promise<void> {
  // made beforehand, one call each: the sheet itself is then drawn in one go
  await readPictures(taken);
  const tokens = taken.codes.map(({ token }) => token);
  for (const platform of taken.platforms) {
    const { pdf } = await call('POST /admin/code-sheets', { body: { tokens, platform } });
    const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
    saveFile(`货架标签-${PLATFORM_WORDS[platform]}-${dayAgo(0)}.pdf`, new Blob([bytes], { type: 'application/pdf' }));
  }
}

/** What no system refuses in the name of a file. */
export const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
