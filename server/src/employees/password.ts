import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MiB and some 60 ms a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** `scrypt$<salt>$<key>`; the salt is each password's own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

/** Without a stored hash it takes as long and answers false: a name that does not exist cannot be told by the clock. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt, key] = stored?.split('$') ?? [];
  const wanted = key ? Buffer.from(key, 'base64url') : randomBytes(LENGTH);
  const given = await derive(password, salt ? Buffer.from(salt, 'base64url') : randomBytes(16));
  return timingSafeEqual(given, wanted) && stored !== null;
}
