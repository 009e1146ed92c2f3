import { formatFen } from '@jishi/contract/plain/money';

/** What delivery costs somewhere. Grams and fen. */
export interface ShippingRule {
  name: string;
  firstGrams: number;
  firstFen: number;
  /** 0: weight beyond the first costs nothing. */
  additionalGrams: number;
  additionalFen: number;
  /** Goods worth this much travel free; null: never. */
  freeFromFen: number | null;
}

/** A rule of the shop for some regions, `浙江省` or `浙江省/舟山市`; without regions for everywhere else. */
export interface RegionRule extends ShippingRule {
  regions: string[];
  isServed: boolean;
  /** Why nothing is delivered there. */
  reason: string;
}

export interface Place {
  province: string;
  city: string;
}

/** The rule for a place: its city's before its province's before the one for everywhere else, which must be there. */
export function ruleFor(rules: readonly RegionRule[], place: Place | null): RegionRule {
  const named = (region: string) => rules.find((rule) => rule.regions.includes(region));
  const exact = place && (named(`${place.province}/${place.city}`) ?? named(place.province));
  const rule = exact ?? rules.find((candidate) => candidate.regions.length === 0);
  if (!rule) throw new Error('no shipping rule for everywhere else');
  return rule;
}

/** The fee of goods of this worth and weight, and the sentence that explains it. */
export function shippingFee(rule: ShippingRule, goodsFen: number, grams: number): { fen: number; reason: string } {
  if (rule.freeFromFen !== null && goodsFen >= rule.freeFromFen) {
    return { fen: 0, reason: `满 ¥${yuan(rule.freeFromFen)} 包邮` };
  }
  const steps = rule.additionalGrams === 0 ? 0 : Math.ceil(Math.max(0, grams - rule.firstGrams) / rule.additionalGrams);
  const fen = rule.firstFen + steps * rule.additionalFen;
  if (steps === 0) {
    const hint = rule.freeFromFen === null ? '' : `，再买 ¥${yuan(rule.freeFromFen - goodsFen)} 包邮`;
    return { fen, reason: `${rule.name}运费${hint}` };
  }
  const first = `首重 ${kilograms(rule.firstGrams)} ¥${yuan(rule.firstFen)}`;
  const additional = `续重 ${steps} × ¥${yuan(rule.additionalFen)}`;
  return { fen, reason: `${rule.name}运费：共 ${kilograms(grams)}，${first}，${additional}` };
}

/** `9900` → `99`, `4990` → `49.90`: a sum in a sentence needs no zeros. */
export const yuan = (fen: number) => formatFen(fen).replace(/\.00$/, '');
const kilograms = (grams: number) => `${Number((grams / 1000).toFixed(2))} kg`;
