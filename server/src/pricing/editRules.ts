import type { z } from 'zod';
import type { AdminShippingRule, ShippingRuleInput } from '@jishi/contract/admin/shippingRules';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type Rule = z.output<typeof AdminShippingRule>;
type Input = z.output<typeof ShippingRuleInput>;

/** The shop's own shipping rules, oldest first. */
export async function listShippingRules(db: Queryable): Promise<Rule[]> {
  type Row = Omit<Rule, 'firstFen' | 'additionalFen' | 'freeFromFen'> & {
    firstFen: string;
    additionalFen: string;
    freeFromFen: string | null;
  };
  const rows = await db.query<Row>(
    sql`select rule_id as id, name, regions, is_served as "isServed", reason, first_grams as "firstGrams",
        first_fen as "firstFen", additional_grams as "additionalGrams", additional_fen as "additionalFen",
        free_from_fen as "freeFromFen"
      from shipping_rules order by rule_id`,
  );
  return rows.map((row) => ({
    ...row,
    firstFen: Number(row.firstFen),
    additionalFen: Number(row.additionalFen),
    freeFromFen: row.freeFromFen === null ? null : Number(row.freeFromFen),
  }));
}

/** Makes a rule, or replaces the one with this id. Throws `not_found`, and `conflict` for a region of another rule. */
export async function saveShippingRule(
  ctx: Context,
  ruleId: string | null,
  input: Input,
): Promise<{ before: Rule | null; after: Rule }> {
  const rules = await listShippingRules(ctx.db);
  const before = rules.find((rule) => rule.id === ruleId) ?? null;
  if (ruleId !== null && !before) throw new AppError('not_found');
  refuseOverlap(
    input,
    rules.filter((rule) => rule.id !== ruleId),
  );
  const after = { ...input, id: ruleId ?? ctx.makeId() };
  await ctx.db.query(
    sql`insert into shipping_rules (rule_id, name, regions, is_served, reason, first_grams, first_fen, additional_grams,
        additional_fen, free_from_fen)
      values (${after.id}, ${after.name}, ${after.regions}, ${after.isServed}, ${after.reason}, ${after.firstGrams},
        ${after.firstFen}, ${after.additionalGrams}, ${after.additionalFen}, ${after.freeFromFen})
      on conflict (rule_id) do update set name = excluded.name, regions = excluded.regions, is_served = excluded.is_served,
        reason = excluded.reason, first_grams = excluded.first_grams, first_fen = excluded.first_fen,
        additional_grams = excluded.additional_grams, additional_fen = excluded.additional_fen,
        free_from_fen = excluded.free_from_fen`,
  );
  return { before, after };
}

/** Throws `not_found`. */
export async function deleteShippingRule(ctx: Context, ruleId: string): Promise<Rule> {
  const gone = (await listShippingRules(ctx.db)).find((rule) => rule.id === ruleId);
  if (!gone) throw new AppError('not_found');
  await ctx.db.query(sql`delete from shipping_rules where rule_id = ${ruleId}`);
  return gone;
}

/** A place must have one rule, and everywhere else one too, or the older would win unseen. */
function refuseOverlap({ regions }: Input, others: Rule[]): void {
  const taken = new Set(others.flatMap((rule) => rule.regions));
  const doubled = regions.filter((region) => taken.has(region));
  const isSecondRest = regions.length === 0 && others.some((rule) => rule.regions.length === 0);
  if (doubled.length > 0 || isSecondRest) throw new AppError('conflict', { regions: doubled });
}
