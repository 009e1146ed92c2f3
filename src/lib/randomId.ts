const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** 32 characters that nobody else makes. Not a secret: WeChat has no `crypto` to draw from. */
export function randomId(): string {
  let id = Date.now().toString(36);
  while (id.length < 32) id += LETTERS.charAt(Math.floor(Math.random() * LETTERS.length));
  return id;
}
