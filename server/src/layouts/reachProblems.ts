import { LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import type { LayoutDocument } from '@jishi/contract/layouts';
import type { Context } from '../context';
import type { Problem } from './problems';
import { readContracts } from './reach';

/** Below this share of the devices nobody is bothered. */
const NOTED_PERCENT = 5;

/** Blocks that many of last week's devices are too old for. */
export async function reachProblems(
  ctx: Context,
  { blocks }: LayoutDocument,
  indexes: readonly number[],
): Promise<Problem[]> {
  const rows = await readContracts(ctx);
  const all = rows.reduce((sum, { devices }) => sum + devices, 0);
  return blocks.flatMap((block, at): Problem[] => {
    const since = LAYOUT_KINDS[block.kind].since[block.v - 1]!;
    const old = rows.reduce((sum, { contract, devices }) => sum + (contract < since ? devices : 0), 0);
    const percent = all === 0 ? 0 : Math.round((old / all) * 100);
    if (percent < NOTED_PERCENT) return [];
    const seen = block.fallback?.do === 'picture' ? '只看到替代的图片' : '看不到它';
    const text = `近七天有 ${percent}% 的设备版本太旧，${seen}`;
    return [{ level: 'warning', blockId: block.id, path: `blocks.${indexes[at]}`, text }];
  });
}
