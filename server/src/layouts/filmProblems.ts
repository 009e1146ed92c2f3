import type { Context } from '../context';
import type { Problem } from './problems';
import type { Reference } from './references';
import { readStored, type StoredFile } from './storedFiles';

/** Bytes. A shopper may watch on a phone's own network. */
const [HEAVY, TOO_HEAVY] = [10_000_000, 50_000_000];

/** Films that are not there or weigh too much. */
export async function filmProblems(ctx: Context, references: readonly Reference[]): Promise<Problem[]> {
  const films = references.flatMap((one) => (one.to === 'film' ? one : []));
  const stored = await readStored(ctx, [...new Set(films.map(({ url }) => url))]);
  return films.flatMap(({ blockId, path, url, isHidden }): Problem[] => {
    const fault = faultOf(stored.get(url));
    return fault ? [{ level: isHidden ? 'warning' : fault.level, blockId, path, text: fault.text }] : [];
  });
}

/** `found` is absent for an address that is not ours. */
function faultOf(found: StoredFile | null | undefined): Pick<Problem, 'level' | 'text'> | null {
  if (found === undefined) return { level: 'warning', text: '视频不在素材库，可能打不开，也管不了大小' };
  if (found === null) return { level: 'error', text: '视频不存在了，换一个地址' };
  const weight = `视频有 ${Math.round(found.bytes / 1_000_000)} MB`;
  if (found.bytes > TOO_HEAVY) return { level: 'error', text: `${weight}，太大了，不能超过 50 MB` };
  return found.bytes > HEAVY ? { level: 'warning', text: `${weight}，费流量，最好不超过 10 MB` } : null;
}
