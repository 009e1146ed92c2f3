import { AppError } from '../errors';
import type { Remark } from './checkFile';

/** Faults that travel; of the others only the number. */
const MAX_FAULTS = 100;

/** The error for a file of which nothing was written: which lines are wrong, and how. */
export function refuseFile(faults: readonly Remark[], faultCount = faults.length): AppError {
  return new AppError('import_invalid', { faults: faults.slice(0, MAX_FAULTS), faultCount });
}
