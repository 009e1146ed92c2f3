import type { CodeWish } from '@/api/staff';
import { readParam } from '@/lib/routes';

export type Target = CodeWish['target'];

/** What the page was opened to share; the shop itself, when it was not said. */
export function readTarget(params: Partial<Record<string, string>>): Target {
  const [kind, id] = [readParam(params.kind), readParam(params.id)];
  return (kind === 'product' || kind === 'category') && id !== '' ? { kind, id } : { kind: 'home', id: '' };
}

/** What is said about it when it is passed on. */
export function shareTitle(target: Target, name: string | undefined, shopName: string): string {
  if (target.kind === 'product') return name ?? `${shopName}的好货`;
  return target.kind === 'category' && name ? `${shopName} · ${name}` : `${shopName}，慢慢逛`;
}
