import type { z } from 'zod';
import type { CouponTerms } from '@jishi/contract/coupons';
import { couponFace, couponFrom, couponRule, type TemplateState } from '@jishi/contract/plain/coupons';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import type { Queryable } from '../db/db';

export type Terms = z.output<typeof CouponTerms>;

/** A template as the database has it. */
export interface TemplateRow {
  id: string;
  name: string;
  terms: Terms;
  isPublic: boolean;
  code: string | null;
  claimFrom: Date | null;
  claimUntil: Date | null;
  validFrom: Date | null;
  validUntil: Date | null;
  validDays: number | null;
  totalLimit: number | null;
  personLimit: number;
  givenCount: number;
  state: TemplateState;
  createdAt: Date;
}

/** The columns of a `TemplateRow`. */
export const TEMPLATE_COLUMNS = `t.template_id as id, t.name, t.terms, t.is_public as "isPublic", t.code,
  t.claim_from as "claimFrom", t.claim_until as "claimUntil", t.valid_from as "validFrom", t.valid_until as "validUntil",
  t.valid_days as "validDays", t.total_limit as "totalLimit", t.person_limit as "personLimit",
  t.given_count as "givenCount", t.state, t.created_at as "createdAt"`;

/** By its id, or by the word that gives one; undefined for neither. */
export async function findTemplate(
  db: Queryable,
  by: { templateId: string } | { code: string },
): Promise<TemplateRow | undefined> {
  const [column, value] = 'code' in by ? ['t.code', by.code.toUpperCase()] : ['t.template_id', by.templateId];
  const [row] = await db.query<TemplateRow>({
    text: `select ${TEMPLATE_COLUMNS} from coupon_templates t where ${column} = $1`,
    values: [value],
  });
  return row;
}

/** From when and until when one that is given now can be used. */
export function validityOf(template: TemplateRow, now: Date): { startsAt: Date; expiresAt: Date } {
  if (template.validDays !== null)
    return { startsAt: now, expiresAt: new Date(now.getTime() + template.validDays * 86_400_000) };
  if (template.validUntil === null) throw new Error(`coupon template ${template.id} never ends`);
  return { startsAt: template.validFrom ?? now, expiresAt: template.validUntil };
}

/** Whether one can be claimed at a moment; what is over stays over, what is too early is worth waiting for. */
export function claimState(template: TemplateRow, now: Date): 'open' | 'early' | 'gone' {
  const { state, claimFrom, claimUntil, validUntil, totalLimit, givenCount } = template;
  const isOver = (claimUntil && claimUntil <= now) || (validUntil && validUntil <= now);
  if (state !== 'running' || isOver || (totalLimit !== null && givenCount >= totalLimit)) return 'gone';
  return claimFrom && claimFrom > now ? 'early' : 'open';
}

/** What is printed on it. */
export function printed(name: string, terms: Terms) {
  const { kind, scope } = terms;
  const { productIds, categoryIds } = scope;
  return {
    name,
    kind,
    face: couponFace(terms),
    from: couponFrom(terms),
    rule: couponRule(terms),
    limits: limitsOf(terms),
    productIds,
    categoryIds,
  };
}

function limitsOf({ scope, stacking }: Terms): string[] {
  const { productIds, categoryIds, platforms, levelIds, isForNew } = scope;
  return [
    ...(productIds.length + categoryIds.length > 0 ? ['限部分商品'] : []),
    ...(platforms.length > 0 ? [`限${platforms.map((one) => PLATFORM_WORDS[one]).join('、')}`] : []),
    ...(isForNew ? ['限新客首单'] : []),
    ...(levelIds.length > 0 ? ['限指定等级会员'] : []),
    ...(stacking === 'not_reach' ? ['不与满减同享'] : []),
    ...(stacking === 'alone' ? ['不与其他优惠同享'] : []),
  ];
}
