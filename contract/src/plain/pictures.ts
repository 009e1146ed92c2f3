/** Widths in px that every stored picture is made in, where it is wider. No other size is served. */
export const PICTURE_WIDTHS = [200, 400, 800, 1200] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** Bytes of a picture that may be uploaded. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

const STORED = /^(\/assets\/[0-9a-f]{2}\/[0-9a-f]{32})(?:-\d+)?(\.(?:jpg|png))$/;

/** `/assets/ab/abcd….jpg` → `/assets/ab/abcd…-400.jpg`; an address of anything else stays as it is. */
export function sizedUrl(url: string, width: PictureWidth): string {
  return url.replace(STORED, `$1-${width}$2`);
}
