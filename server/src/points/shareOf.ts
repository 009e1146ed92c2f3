/** The part of a whole amount that belongs to some of the money, rounded down; all of it belongs to all of the money. */
export function shareOf(amount: number, partFen: number, wholeFen: number): number {
  return wholeFen === 0 ? 0 : Number((BigInt(amount) * BigInt(partFen)) / BigInt(wholeFen));
}
