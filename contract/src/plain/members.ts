/** What a level gives. What is absent is not given. */
export interface Benefits {
  /** Of 1,000 fen of the shop's price a member of the level pays so many. */
  memberPricePermille?: number | undefined;
  /** Delivery costs nothing from so many fen of goods on; 0: always. */
  freeShippingFromFen?: number | undefined;
  /** For what earns 1,000 points, a member of the level gets so many. */
  pointsPermille?: number | undefined;
}

export const BENEFIT_KINDS = ['memberPrice', 'freeShipping', 'points'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export interface BenefitWords {
  kind: BenefitKind;
  /** `会员价 9.5 折` */
  title: string;
  /** `每单自动减` */
  text: string;
}

/** In the order in which a card shows them. */
export function sayBenefits({ memberPricePermille, freeShippingFromFen, pointsPermille }: Benefits): BenefitWords[] {
  const words: BenefitWords[] = [];
  if (memberPricePermille !== undefined)
    words.push({ kind: 'memberPrice', title: `会员价 ${memberPricePermille / 100} 折`, text: '下单自动减' });
  if (pointsPermille !== undefined)
    words.push({ kind: 'points', title: `${pointsPermille / 1000} 倍积分`, text: '消费即得' });
  if (freeShippingFromFen !== undefined)
    words.push({
      kind: 'freeShipping',
      title: '会员免邮',
      text: freeShippingFromFen === 0 ? '每单都免' : `满 ${freeShippingFromFen / 100} 元免`,
    });
  return words;
}

/** What happened to a level: the card was opened, it rose, it may fall, it stays after all, it fell. */
export const LEVEL_MOVES = ['opened', 'up', 'grace', 'kept', 'down'] as const;
export type LevelMove = (typeof LEVEL_MOVES)[number];

/** So long growth counts, and so long a level stays when there is too little of it. */
export const GROWTH_DAYS = 365;
export const GRACE_DAYS = 30;

/** Codes for the till that the phone gets at once: so many minutes it needs no network. */
export const TILL_SLOTS = 6;
export const SLOT_MS = 60_000;
/** So long before and after its minute a code is still taken: two clocks, and a hand that needs a moment. */
export const SLOT_SLACK_MS = 10_000;

/** Why a till does not take a code. `unknown`: forged, mistyped, of another person, or from long ago. */
export const TILL_REFUSALS = ['unknown', 'early', 'late', 'used'] as const;
export type TillRefusal = (typeof TILL_REFUSALS)[number];

/** `88062517` → `8806 2517` */
export const spaced = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');
