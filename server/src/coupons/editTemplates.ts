import type { z } from 'zod';
import type { AdminCouponTemplate, CouponTemplateInput } from '@jishi/contract/admin/coupons';
import { couponRule, type TemplateState } from '@jishi/contract/plain/coupons';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { TEMPLATE_COLUMNS, type TemplateRow } from './template';
import { voidHeld } from './endHeld';

type Input = z.output<typeof CouponTemplateInput>;
type Template = z.output<typeof AdminCouponTemplate>;

/** New ones first. */
export async function listTemplates(
  ctx: Context,
  { limit, cursor, state }: { limit: number; cursor?: string | undefined; state?: TemplateState | undefined },
): Promise<{ items: Template[]; nextCursor: string | null }> {
  const rows = await ctx.db.query<TemplateRow>({
    text: `select ${TEMPLATE_COLUMNS} from coupon_templates t
      where ($1::text is null or t.state = $1) and ($2::bigint is null or t.template_id < $2)
      order by t.template_id desc limit $3`,
    values: [state ?? null, cursor ?? null, limit + 1],
  });
  const page = rows.slice(0, limit).map(toTemplate);
  return { items: page, nextCursor: rows.length > limit ? page.at(-1)!.id : null };
}

/**
 * Makes a template, or replaces the one with this id; coupons that were given keep what they promise. Throws `not_found`,
 * `conflict` for one that is stopped, for a total below what is given, and for a word that another one has.
 */
export async function saveTemplate(
  ctx: Context,
  templateId: string | null,
  input: Input,
  employeeId: string,
): Promise<{ before: Template | null; after: Template }> {
  const before = templateId === null ? null : await lockTemplate(ctx, templateId);
  if (before && before.state !== 'running') throw new AppError('conflict', { reason: 'stopped' });
  if (before && input.totalLimit !== null && input.totalLimit < before.givenCount)
    throw new AppError('conflict', { reason: 'given', givenCount: before.givenCount });
  const id = templateId ?? ctx.makeId();
  const { kind, offFen, offPermille, maxOffFen, fromFen, scope, stacking, isReturned } = input;
  const terms = JSON.stringify({ kind, offFen, offPermille, maxOffFen, fromFen, scope, stacking, isReturned });
  await ctx.db.query(
    sql`insert into coupon_templates (template_id, name, terms, is_public, code, claim_from, claim_until, valid_from,
        valid_until, valid_days, total_limit, person_limit, state, created_by, created_at)
      values (${id}, ${input.name}, ${terms}::jsonb, ${input.isPublic}, ${input.code?.toUpperCase() ?? null},
        ${asDate(input.claimFrom)}, ${asDate(input.claimUntil)}, ${asDate(input.validFrom)}, ${asDate(input.validUntil)},
        ${input.validDays}, ${input.totalLimit}, ${input.personLimit}, 'running', ${employeeId}, ${ctx.now()})
      on conflict (template_id) do update set name = excluded.name, terms = excluded.terms, is_public = excluded.is_public,
        code = excluded.code, claim_from = excluded.claim_from, claim_until = excluded.claim_until,
        valid_from = excluded.valid_from, valid_until = excluded.valid_until, valid_days = excluded.valid_days,
        total_limit = excluded.total_limit, person_limit = excluded.person_limit`,
  );
  return { before, after: await lockTemplate(ctx, id) };
}

/**
 * From now on none is given any more; `voidsHeld` also takes back what nobody has used. An order that holds one keeps it.
 * Stopping again changes nothing. Throws `not_found`.
 */
export async function stopTemplate(
  ctx: Context,
  templateId: string,
  voidsHeld: boolean,
): Promise<{ before: Template; after: Template }> {
  const before = await lockTemplate(ctx, templateId);
  const state = voidsHeld ? 'void' : 'stopped';
  if (before.state === 'running' || (before.state === 'stopped' && voidsHeld)) {
    await ctx.db.query(sql`update coupon_templates set state = ${state} where template_id = ${templateId}`);
    if (voidsHeld) await voidHeld(ctx, templateId);
  }
  return { before, after: await lockTemplate(ctx, templateId) };
}

/** Whoever changes one, or gives one of it, waits for the other. Throws `not_found`. */
async function lockTemplate(ctx: Context, templateId: string): Promise<Template> {
  const [row] = await ctx.db.query<TemplateRow>({
    text: `select ${TEMPLATE_COLUMNS} from coupon_templates t where t.template_id = $1 for update`,
    values: [templateId],
  });
  if (!row) throw new AppError('not_found');
  return toTemplate(row);
}

function toTemplate({ terms, createdAt, ...row }: TemplateRow): Template {
  return {
    ...row,
    ...terms,
    claimFrom: row.claimFrom?.toISOString() ?? null,
    claimUntil: row.claimUntil?.toISOString() ?? null,
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    rule: couponRule(terms),
    createdAt: createdAt.toISOString(),
  };
}

const asDate = (time: string | null) => (time === null ? null : new Date(time));
