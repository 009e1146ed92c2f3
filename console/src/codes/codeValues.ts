import type { Dayjs } from 'dayjs';
import { MAX_CODE_BATCH, type CodeTarget } from '@jishi/contract/plain/codes';

export interface Target {
  kind: CodeTarget;
  /** Of a product its id, of a category its slug; empty: none yet. */
  id: string;
}

/** What the dialog asks for. */
export interface CodeValues {
  /** One name a line. */
  names: string;
  target: Target;
  campaign: string;
  storeId?: string;
  employeeId?: string;
  until?: Dayjs;
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
