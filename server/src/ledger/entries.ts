import type { LedgerUnit } from '@jishi/contract/plain/points';

export type Unit = LedgerUnit;

/** Which event something is: the same unit, kind and ref count once, whoever the person is merged with. */
export interface EventKey {
  userId: string;
  unit: Unit;
  /** `order`, `check_in`, `freeze` ... */
  kind: string;
  /** `order:12` */
  ref: string;
}

export interface Entry extends EventKey {
  /** In the words that the person reads. */
  reason: string;
  /** Whole points, or fen; more than nothing. */
  amount: number;
}

/** An amount that moves nothing, or half a point, is a mistake of the caller. */
export function checkAmount({ unit, kind, amount }: Entry): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new Error(`${kind} of ${amount} ${unit}`);
}
