import type { ThemeName } from '@jishi/contract/plain/layouts';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { PosterTemplate } from '@jishi/contract/plain/staff';

/** A document's theme (contract `Theme`): a named set of colours, and the shop's own in place of single ones. */
export interface PosterTheme {
  name: ThemeName;
  /** `#rrggbb` */
  primary?: string | undefined;
  price?: string | undefined;
  paper?: string | undefined;
}

/** The picture of a code, as codePicture makes it. */
export interface PosterCode {
  kind: Platform;
  /** PNG or JPEG. */
  bytes: Buffer;
}

export interface PosterInput {
  template: PosterTemplate;
  theme: PosterTheme;
  title: string;
  /** Null for a code of the whole shop or a category: no price is drawn. */
  priceFen: number | null;
  /** Struck; drawn only where it is higher than the price. */
  wasFen: number | null;
  /** Any picture that sharp reads; one that it does not read counts as none. */
  pictureBytes: Buffer | null;
  shopName: string;
  storeName: string | null;
  staffName: string | null;
  code: PosterCode;
}

export interface SheetLabel {
  title: string;
  /** As on a poster. */
  priceFen: number | null;
  wasFen: number | null;
  code: PosterCode;
}

export interface SheetInput {
  theme: PosterTheme;
  shopName: string;
  storeName: string | null;
  staffName: string | null;
  /** 1 to MAX_LABELS. */
  labels: SheetLabel[];
}

/**
 * Draws posters and sheets of shelf labels in processes of their own, one at a time. Both throw `busy` for a full
 * queue, `picture_invalid` for a code that is no picture and `picture_too_large` for one of too many pixels.
 */
export interface Posters {
  /** A JPEG of 750 × 1200 px (`tall`: 750 × 1334); the same input gives the same bytes, see posterKey. */
  draw(input: PosterInput): Promise<Buffer>;
  /** A PDF of A4 pages, 24 labels a page. Throws `invalid_request` for no label or too many. */
  sheet(input: SheetInput): Promise<Buffer>;
  /** Ends the process; what waits fails. */
  close(): Promise<void>;
}

/** Labels of one sheet. */
export const MAX_LABELS = 200;
