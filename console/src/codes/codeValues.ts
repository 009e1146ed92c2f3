import type { Dayjs } from 'dayjs';
import { MAX_CODE_BATCH, type CodeTarget } from '@jishi/contract/plain/codes';
import type { AdminInput } from '../api/call';

export interface Target {
  kind: CodeTarget;
  /** Of a product its id, of a category or a page its slug; empty: none yet. */
  id: string;
}

interface Owned {
  campaign: string;
  storeId?: string;
  until?: Dayjs;
}

/** What the dialog for single codes asks for. */
export interface CodeValues extends Owned {
  /** One name a line. */
  names: string;
  target: Target;
  employeeId?: string;
}

/** What the dialog for a batch asks for. */
export interface BatchValues extends Owned {
  productIds: string[];
  withHome: boolean;
  employeeIds: string[];
}

/** What has been made, for the dialog that hands it out. */
export interface MadeCodes {
  codes: readonly { token: string; name: string }[];
  title: string;
}

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function checkNames(_: unknown, text: string): Promise<void> {
  const names = linesOf(text ?? '');
  if (names.length === 0) return Promise.reject(new Error('请填名字'));
  if (names.length > MAX_CODE_BATCH) return Promise.reject(new Error(`至多 ${MAX_CODE_BATCH} 个`));
  return names.some((name) => name.length > 40) ? Promise.reject(new Error('一个名字至多 40 个字')) : Promise.resolve();
}

export const checkTarget = (_: unknown, { kind, id }: Target): Promise<void> =>
  kind === 'home' || id ? Promise.resolve() : Promise.reject(new Error('请选通往哪里'));

/** How many codes a batch makes: of every target one, or one for each guide. */
export function countOf({ productIds = [], withHome = false, employeeIds = [] }: Partial<BatchValues> = {}) {
  const goods = productIds.length + Number(withHome);
  return { goods, owners: employeeIds.length, codes: goods * Math.max(1, employeeIds.length) };
}

export function batchBody(values: BatchValues): AdminInput<'POST /admin/code-batches'>['body'] {
  const { productIds, withHome, employeeIds, storeId, campaign, until } = values;
  return {
    targets: [
      ...productIds.map((id) => ({ kind: 'product' as const, id })),
      ...(withHome ? [{ kind: 'home' as const, id: '' }] : []),
    ],
    employeeIds,
    storeId: storeId ?? null,
    campaign,
    expiresAt: until?.toISOString() ?? null,
  };
}

export function checkCount(values: BatchValues): Promise<void> {
  const { codes } = countOf(values);
  if (codes === 0) return Promise.reject(new Error('选几件商品，或者勾上首页'));
  return codes > MAX_CODE_BATCH ? Promise.reject(new Error(`一批至多 ${MAX_CODE_BATCH} 个码`)) : Promise.resolve();
}
