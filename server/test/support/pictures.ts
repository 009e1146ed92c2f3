import sharp from 'sharp';
import type { Answer, TestApp } from './testApp';

/** A JPEG with something in it, another for every `hue`. */
export function gradient(width: number, height: number, hue: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at] = (at / 3 / width) & 255;
    pixels[at + 1] = ((at / 3) % width) & 255;
    pixels[at + 2] = (hue * 37) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** Sends a file as an employee. */
export function uploader(shop: TestApp, token: string) {
  return async (bytes: Buffer, type = 'application/octet-stream'): Promise<Answer> => {
    const answer = await shop.app.inject({
      method: 'POST',
      url: '/admin/assets',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      payload: bytes,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
}
