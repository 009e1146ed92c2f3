import { ok } from './outcome';
import { TransportError, type HttpAnswer, type Picture, type Platform, type Result, type Upload } from './types';

/** Files by the address that a page shows them under. */
const chosen = new Map<string, File>();
let giveUp: (() => void) | null = null;

/** The browser's file picker. A browser that never says that it was closed has it end with the next one. */
export function choosePictures(count: number): Promise<Result<Picture[]>> {
  giveUp?.();
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = count > 1;
    const end = (files: File[]) => {
      giveUp = null;
      const pictures = files.slice(0, count).map((file) => {
        const path = URL.createObjectURL(file);
        chosen.set(path, file);
        return { path, bytes: file.size };
      });
      resolve(pictures.length > 0 ? ok(pictures) : { status: 'cancelled', code: 'nothing chosen' });
    };
    giveUp = () => end([]);
    input.addEventListener('change', () => end(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => end([]));
    input.click();
  });
}

/** Sends a chosen picture as a form. Throws TransportError. */
export async function uploadPicture({ url, path, name, headers, form = {}, timeoutMs }: Upload): Promise<HttpAnswer> {
  const file = chosen.get(path);
  if (!file) throw new TransportError('offline', 'the picture is gone');
  const body = new FormData();
  for (const [field, value] of Object.entries(form)) body.append(field, value);
  body.append(name, file, file.name);
  const answer = await fetchText(url, { method: 'POST', headers, body }, timeoutMs);
  return { status: answer.status, body: answer.body };
}

/** The text of an answer within its time. Throws TransportError. */
export async function fetchText(url: string, init: RequestInit, timeoutMs: number): Promise<HttpAnswer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const answer = await fetch(url, { ...init, signal: controller.signal });
    const headers: Record<string, string> = {};
    answer.headers.forEach((value, name) => {
      headers[name.toLowerCase()] = value;
    });
    return { status: answer.status, body: await answer.text(), headers };
  } catch (reason) {
    throw new TransportError(controller.signal.aborted ? 'timeout' : 'offline', String(reason));
  } finally {
    clearTimeout(timer);
  }
}

/** Downloads what is the page's own; a stranger's picture opens beside the page, to be kept with a long press. */
export const savePicture: Platform['saveImage'] = async (source) => {
  const link = document.createElement('a');
  const isOwn = new URL(source, location.href).origin === location.origin || /^(blob|data):/.test(source);
  link.href = source;
  if (isOwn) link.download = '';
  else Object.assign(link, { target: '_blank', rel: 'noopener' });
  link.click();
  return ok(null);
};
