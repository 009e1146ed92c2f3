import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Blob, Blobs } from './blobs';

export type PictureType = 'jpg' | 'png' | 'webp';

/**
 * Keeps files and answers the path under which the server offers them. Public ones are for everybody; private ones
 * open only through a link that `linkTo` made, for as long as it said.
 */
export interface AssetStore {
  /** Stored under the hash of its bytes: the same picture twice is one file. */
  put(bytes: Buffer, type: PictureType): Promise<string>;
  /** Stored under a fixed name such as `demo/banner-1.jpg`, replacing what was there. */
  putNamed(name: string, bytes: Buffer): Promise<string>;
  /** Stored under a name that cannot be guessed; answers the name, for `linkTo`. */
  putPrivate(bytes: Buffer, type: PictureType): Promise<string>;
  /** A path that opens a private file for so many seconds. */
  linkTo(name: string, seconds: number): string;
  /** Whether `expires` and `signature` of a link open this private file now. */
  isLinkValid(name: string, expires: string, signature: string): boolean;
  /** By name, as the path says after `/assets/`; null when there is none, and for what cannot be a name. */
  read(name: string): Promise<Blob | null>;
  remove(name: string): Promise<void>;
}

/** Folders and one file with an ending: no dots elsewhere, so that no name leads out; no capitals, so that one file has one name. */
const NAME = /^(?:[a-z0-9_-]{1,80}\/){0,4}[a-z0-9_-]{1,80}\.(?:jpg|png|webp)$/;
export const isAssetName = (name: string) => NAME.test(name);

const PRIVATE = 'private/';

export const isPrivate = (name: string) => name.startsWith(PRIVATE);

/** A name that nobody guesses, for `putNamed`: whoever must note it first, so that no file is ever without a row. */
export function privateName(type: PictureType): string {
  const id = randomBytes(16).toString('hex');
  return `${PRIVATE}${id.slice(0, 2)}/${id}.${type}`;
}

/** The name under which these bytes are stored. */
export function hashedName(bytes: Buffer, type: PictureType): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return `${hash.slice(0, 2)}/${hash}.${type}`;
}

export function openAssets(blobs: Blobs, secret: string, now: () => Date): AssetStore {
  const write = async (name: string, bytes: Buffer) => {
    if (!NAME.test(name)) throw new Error(`not a name of an asset: ${name}`);
    await blobs.write(name, bytes);
    return `/assets/${name}`;
  };
  const sign = (name: string, expires: string) =>
    createHmac('sha256', secret).update(`${name}\n${expires}`).digest('base64url');
  return {
    async put(bytes, type) {
      const name = hashedName(bytes, type);
      return (await blobs.has(name)) ? `/assets/${name}` : write(name, bytes);
    },
    putNamed: write,
    async putPrivate(bytes, type) {
      const name = privateName(type);
      await write(name, bytes);
      return name;
    },
    linkTo(name, seconds) {
      const expires = String(Math.floor(now().getTime() / 1000) + seconds);
      return `/assets/${name}?expires=${expires}&signature=${sign(name, expires)}`;
    },
    isLinkValid(name, expires, signature) {
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(name, expires))];
      const isSigned = given.length === wanted.length && timingSafeEqual(given, wanted);
      return isSigned && Number(expires) * 1000 > now().getTime();
    },
    read: async (name) => (NAME.test(name) ? blobs.read(name) : null),
    async remove(name) {
      if (NAME.test(name)) await blobs.remove(name);
    },
  };
}
