import { createHash } from 'node:crypto';
import type { PosterInput } from './types';

/** Grows with every change that makes another picture of the same input. */
const DRAWING = 1;

/** The same for the same poster and for no other: a name to keep it under. */
export function posterKey({ pictureBytes, code, theme, ...input }: PosterInput): string {
  const { template, title, priceFen, wasFen, shopName, storeName, staffName } = input;
  const { name, primary, price, paper } = theme;
  const words = [template, title, priceFen, wasFen, shopName, storeName, staffName, name, primary, price, paper];
  const parts = [DRAWING, words, pictureBytes && sha256(pictureBytes), code.kind, sha256(code.bytes)];
  return sha256(JSON.stringify(parts));
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
