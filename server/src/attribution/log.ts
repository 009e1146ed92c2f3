/** One line of what happened between a person and the staff; the columns of `staff_touches` say what they mean. */
export interface Entry {
  touchId: string;
  /** The number that it happened under. */
  originUserId: string;
  kind: 'scan' | 'order' | 'hand_over' | 'left';
  employeeId: string | null;
  fromEmployeeId: string | null;
  byEmployeeId: string | null;
  storeId: string | null;
  token: string | null;
  orderId: string | null;
  isOwn: boolean;
  at: Date;
}

/** Two numbers became one person. */
export interface Merge {
  from: string;
  into: string;
  at: Date;
}

/** All that is known of one person: what happened, in order, and which numbers they were. */
export interface Log {
  entries: readonly Entry[];
  merges: readonly Merge[];
}

/** What happened first comes first; what happened at the same moment, as it was written. */
export const byTime = (a: Entry, b: Entry): number =>
  a.at.getTime() - b.at.getTime() || (BigInt(a.touchId) < BigInt(b.touchId) ? -1 : 1);

/**
 * What was known at a moment of whoever went by a number then. What came with a merge later, though it happened before,
 * was not: an answer that was given stays the same whoever turns out to be one.
 */
export function knownOf({ entries, merges }: Log, userId: string, at: Date): Entry[] {
  const numbers = new Set([userId]);
  // a Set is walked to its end, also to what is added on the way
  for (const number of numbers) {
    for (const merge of merges) if (merge.into === number && merge.at <= at) numbers.add(merge.from);
  }
  return entries.filter((entry) => numbers.has(entry.originUserId)).sort(byTime);
}
