import type { z } from 'zod';
import type { AttributionRules } from '@jishi/contract/admin/attribution';
import { FIRST_RULES, type Rules } from './rules';

/** Rules as the console has them; the built-in ones hold since ever. */
export const rulesBody = ({ createdAt, ...rules }: Rules): z.output<typeof AttributionRules> => ({
  ...rules,
  since: createdAt <= FIRST_RULES.createdAt ? null : createdAt.toISOString(),
});
