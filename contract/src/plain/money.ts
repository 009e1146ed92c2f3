/** Money is an integer number of fen (1/100 yuan) everywhere. These are the only places that read or write yuan. */

/** `15900` → `{ yuan: '159', cents: '00' }`; thousands are not grouped, as on Chinese price labels. */
export function splitFen(fen: number): { sign: '' | '-'; yuan: string; cents: string } {
  const abs = Math.abs(fen);
  return { sign: fen < 0 ? '-' : '', yuan: String(Math.floor(abs / 100)), cents: String(abs % 100).padStart(2, '0') };
}

/** `15900` → `'159.00'`. */
export function formatFen(fen: number): string {
  const { sign, yuan, cents } = splitFen(fen);
  return `${sign}${yuan}.${cents}`;
}

/** `'159'`, `'159.9'`, `'1,159.90'` → fen; anything else, negative or with more than two decimals → null. */
export function parseYuan(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const fen = Number(match[1]!.replace(/,/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}
