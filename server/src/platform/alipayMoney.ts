/**
 * Alipay alone counts in yuan, written with a point. Fen become yuan and back by moving the point in the text: no
 * floating-point number ever holds an amount.
 */

/** `8888` → `"88.88"`, as `alipay.trade.create` wants it. Throws a RangeError for anything but fen, 0 or more. */
export function fenToYuan(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('not an amount in fen');
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * `"88.88"`, `"0.1"`, `"3"` → fen. Throws a RangeError for what is no amount or has a part of a fen: rounding would
 * hide a difference.
 */
export function yuanToFen(text: string): number {
  const [, yuan, hundredths = ''] = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
  if (yuan === undefined) throw new RangeError('not an amount in yuan');
  return Number(`${yuan}${hundredths.padEnd(2, '0')}`);
}
