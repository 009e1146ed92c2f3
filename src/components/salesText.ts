import { grouped } from '@/lib/grouped';

/** `1204` → `已售 1,204`, `23800` → `已售 2.3万`; a new product says 新上架. */
export function salesText(count: number): string {
  if (count <= 0) return '新上架';
  if (count < 10_000) return `已售 ${grouped(count)}`;
  return `已售 ${Math.floor(count / 1000) / 10}万`;
}
