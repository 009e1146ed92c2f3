import type { Entry } from './log';

/** A scan, and to whom it counts now. */
export interface Touch {
  entry: Entry;
  /** Who has it after hand-overs; null: nobody. */
  holderId: string | null;
  /** Whoever had it left, or it was given to nobody. */
  isVoid: boolean;
}

/** Every scan of what happened, in order, with what leaving and handing over made of it. */
export function followTouches(entries: readonly Entry[]): Touch[] {
  const touches: Touch[] = [];
  for (const entry of entries) {
    if (entry.kind === 'scan') touches.push({ entry, holderId: entry.employeeId, isVoid: false });
    if (entry.kind === 'left') {
      for (const touch of touches) if (touch.holderId === entry.employeeId) touch.isVoid = true;
    }
    if (entry.kind === 'hand_over') {
      const theirs = touches.filter(({ holderId }) => holderId !== null && holderId === entry.fromEmployeeId);
      for (const touch of theirs) {
        touch.holderId = entry.employeeId;
        touch.isVoid = entry.employeeId === null;
      }
    }
  }
  return touches;
}
