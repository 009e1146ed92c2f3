/** `12.5` → 1250; null for what is no amount of at most two decimals. Full-width digits and separators are read too. */
export function fenOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥￥,\s]/g, '');
  const parts = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** 1250 → `12.50`, for a field. */
export function yuanOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
