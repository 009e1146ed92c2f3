import type { z } from 'zod';
import type { ParsedAddress } from '@jishi/contract/addresses';
import { findRegion } from './findRegion';
import { nameScore } from './nameScore';

type Parsed = z.output<typeof ParsedAddress>;

const LABELS = {
  name: '收货人姓名|收件人姓名|收货人|收件人|联系人|姓名|名字',
  phone: '手机号码|手机号|联系电话|电话号码|联系方式|手机|电话',
  address: '收货地址|收件地址|详细地址|所在地区|所在地址|街道地址|收货信息|地址|地区',
} as const;
type Label = keyof typeof LABELS;

const ANY_LABEL = Object.values(LABELS).join('|');
/** A label with its colon, or alone between separators. */
const LABEL = new RegExp(`(${ANY_LABEL})\\s*[:：】\\]]|(?<![\u4e00-\u9fff])(${ANY_LABEL})(?=[\\s,，]|$)`, 'g');
const MOBILE = /(?<!\d)(?:[(（]?\+?86[)）]?[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)/;
const LANDLINE = /(?<![\d-])(0\d{2,3}[\s-]?\d{7,8})(?![\d-])/;
/** Ends a piece; a blank does too, except between Latin words. */
const SEPARATOR = /[\n\r\t,，;；、|。【】[\]]+|(?<![A-Za-z.])[ \u3000]+|[ \u3000]+(?![A-Za-z])/;
/** 张三（收） */
const RECEIVES = /[（(]收[)）]|(?<=^|[\s,，;；\n])收(?=[\s,，;；\n]|$)/g;
/** Stand for themselves in the text that is being read, where something was taken out. */
const MARK = { name: '\ue001', phone: '\ue002', address: '\ue003', number: '\ue004', region: '\ue005' } as const;
const MARKS = /([\ue001-\ue005])/;

interface Piece {
  text: string;
  label: Label | null;
  /** The phone number stands right before or after. */
  isByPhone: boolean;
  /** Goes on where the region ends, without a break: certainly a street. */
  isAfterRegion: boolean;
}

/**
 * Name, phone, region and the rest of a pasted address, in whatever order. Never throws and loses nothing: what is not
 * surely something else stays in `detail`. Apart from the four, only labels (收货人：) and separators are dropped.
 */
export function parseAddress(pasted: string): Parsed {
  let text = tidy(pasted);
  let phone = '';
  const number = MOBILE.exec(text) ?? LANDLINE.exec(text);
  if (number) {
    phone = /^1/.test(number[1]!) ? number[1]!.replace(/[\s-]/g, '') : number[1]!.replace(/\s/g, '-');
    text = cut(text, number.index, number.index + number[0].length, MARK.number);
  }
  text = text.replace(RECEIVES, '\n').replace(LABEL, (_, withColon?: string, alone?: string) => {
    return `\n${MARK[labelOf((withColon ?? alone)!)]}`;
  });
  const region = findRegion(text);
  if (region) text = cut(text, region.start, region.end, MARK.region);

  const pieces = readPieces(text);
  const name = takeName(pieces);
  return {
    name,
    phone,
    province: region?.province ?? '',
    city: region?.city ?? '',
    district: region?.district ?? '',
    detail: pieces.map((piece) => piece.text).join(' '),
  };
}

/** Half-width digits and plus, no control characters but line breaks, and nothing that looks like our marks. */
function tidy(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff0b]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[^\P{Cc}\n\t]|[\u200b-\u200f\ufeff\ue001-\ue005]/gu, ' ')
    .replace(/[‐‑‒–—](?=\d)/g, '-');
}

const cut = (text: string, start: number, end: number, mark: string) => text.slice(0, start) + mark + text.slice(end);

function labelOf(word: string): Label {
  return (Object.keys(LABELS) as Label[]).find((label) => LABELS[label].split('|').includes(word))!;
}

function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let label: Label | null = null;
  let isByPhone = false;
  let isAfterRegion = false;
  for (const part of text.split(MARKS)) {
    if (part === MARK.number) {
      const before = pieces.at(-1);
      if (before && !isAfterRegion) before.isByPhone = true;
      isByPhone = true;
      label = null;
    } else if (part === MARK.region) {
      isAfterRegion = true;
      isByPhone = false;
    } else if (MARKS.test(part)) {
      label = part === MARK.name ? 'name' : part === MARK.phone ? 'phone' : 'address';
    } else {
      const words = part.split(SEPARATOR);
      for (const [index, word] of words.entries()) {
        if (index > 0) isAfterRegion = false;
        const trimmed = word.replace(/^[-:：\s]+|[-:：\s]+$/g, '');
        if (trimmed === '') continue;
        pieces.push({ text: trimmed, label, isByPhone, isAfterRegion });
        isByPhone = false;
        isAfterRegion = false;
        if (label !== 'address') label = null;
      }
    }
  }
  return pieces;
}

/** Takes the recipient out of the pieces: the labelled one, else the likeliest, else one glued to the end of a street. */
function takeName(pieces: Piece[]): string {
  const labelled = pieces.findIndex(({ label }) => label === 'name');
  if (labelled >= 0 && pieces[labelled]!.text.length <= MAX_NAME) return pieces.splice(labelled, 1)[0]!.text;
  let best = -1;
  let bestScore = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.label === 'address' || piece.isAfterRegion) continue;
    const own = nameScore(piece.text);
    if (own < (piece.isByPhone ? 1 : 2)) continue;
    const score = own + (piece.isByPhone ? 2 : 0) + (index === 0 ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  if (best >= 0) return pieces.splice(best, 1)[0]!.text;
  for (const piece of pieces) {
    const glued = /^(.*(?:号|室|楼|栋|幢|座|单元|层|户|\d))([\u4e00-\u9fff]{2,4})$/.exec(piece.text);
    if (!glued || !piece.isByPhone || nameScore(glued[2]!) < 3) continue;
    piece.text = glued[1]!;
    return glued[2]!;
  }
  return '';
}

const MAX_NAME = 30;
