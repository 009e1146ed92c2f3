import { splitFen } from '../pricing/splitFen';

/** A line of an order: what was paid for it, its discounts taken off, and what of it is asked back already. */
export interface PaidLine {
  skuId: string;
  lineId: string;
  quantity: number;
  paidFen: number;
  /** Of requests that are neither rejected nor withdrawn. */
  takenUnits: number;
  takenFen: number;
}

export interface WorthLine {
  skuId: string;
  lineId: string;
  quantity: number;
  fen: number;
}

export const unitsLeft = (line: PaidLine) => line.quantity - line.takenUnits;
export const fenLeft = (line: PaidLine) => line.paidFen - line.takenFen;

/**
 * What some units of a line are worth: their part of what is left of it, so that the last units take the rest whatever
 * was asked for, or dropped again, before. Never more than is left.
 */
export function worthOf(line: PaidLine, units: number): number {
  const left = unitsLeft(line);
  if (units >= left) return fenLeft(line);
  return Number((BigInt(fenLeft(line)) * BigInt(units)) / BigInt(left));
}

/** Spreads what is asked for over lines, in proportion to their worth: exactly, and no line gets more than its worth. */
export function spread(askedFen: number, lines: readonly WorthLine[]): WorthLine[] {
  const parts = splitFen(
    askedFen,
    lines.map(({ lineId, fen }) => ({ key: lineId, weight: fen })),
  );
  return lines.map((line, index) => ({ ...line, fen: parts[index]! }));
}
