import type { z } from 'zod';
import type { ImportFaults } from '@jishi/contract/admin/imports';
import { hasCode } from '../api/adminError';

export type Faults = z.output<typeof ImportFaults>;

/** What is wrong with a file, when that is why it was refused. */
export function faultsOf(error: unknown): Faults | null {
  return hasCode(error, 'import_invalid') ? (error.details as Faults) : null;
}
