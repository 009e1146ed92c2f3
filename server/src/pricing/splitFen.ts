/** What takes part in a split: `key` decides between equal remainders, so that the order of the list does not. */
export interface Share {
  key: string;
  /** At least 0. */
  weight: number;
}

/**
 * Splits fen over shares in proportion to their weights, exactly: the parts always sum to `fen`, no part differs from
 * its proportion by a whole fen (largest remainder). Without any weight there is nothing to split over: all zero.
 */
export function splitFen(fen: number, shares: readonly Share[]): number[] {
  const total = shares.reduce((sum, share) => sum + BigInt(share.weight), 0n);
  if (total === 0n) return shares.map(() => 0);
  const exact = shares.map(({ key, weight }, index) => {
    const product = BigInt(fen) * BigInt(weight);
    return { index, key, part: Number(product / total), remainder: product % total };
  });
  const parts = exact.map((share) => share.part);
  const left = fen - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = [...exact].sort((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}

/**
 * What units `from` to `to` (exclusive) of a line are worth when all `quantity` of them cost `fen`. However a line is
 * cut into pieces, the pieces sum to the line.
 */
export function fenOfUnits(fen: number, quantity: number, from: number, to: number): number {
  const upTo = (units: number) => Number((BigInt(fen) * BigInt(units)) / BigInt(quantity));
  return upTo(to) - upTo(from);
}
