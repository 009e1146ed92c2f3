import type { LayoutDocument, LayoutPicture } from '@jishi/contract/layouts';
import type { Context } from '../context';
import type { Problem } from './problems';
import type { Reference } from './references';
import { readStored, type StoredFile } from './storedFiles';

const [HEAVY, TOO_HEAVY] = [300_000, 1_000_000];
/** Shares of a side by which a picture may differ from its place. */
const NEAR = 0.05;

const ratioOf = ({ width, height }: { width: number; height: number }) => width / height;
const isNear = (one: number, other: number) => Math.abs(one / other - 1) <= NEAR;

/** Pictures that are not there, weigh too much, or have another shape than said or shown. */
export async function pictureProblems(
  ctx: Context,
  document: LayoutDocument,
  indexes: readonly number[],
  references: readonly Reference[],
): Promise<Problem[]> {
  const pictures = references.flatMap((one) => (one.to === 'picture' ? one : []));
  const stored = await readStored(ctx, [...new Set(pictures.map(({ picture }) => picture.url))]);
  const faults = pictures.flatMap(({ blockId, path, picture, isHidden }) =>
    faultsOf(picture, stored.get(picture.url)).map(({ level, text }): Problem => {
      return { level: isHidden ? 'warning' : level, blockId, path, text };
    }),
  );
  return [...faults, ...shapes(document, indexes)];
}

function faultsOf(picture: LayoutPicture, found: StoredFile | null | undefined): Pick<Problem, 'level' | 'text'>[] {
  if (!picture.url.startsWith('/assets/'))
    return [{ level: 'warning', text: '图片不在素材库，可能打不开，也管不了大小' }];
  if (!found) return [{ level: 'error', text: '图片不存在了，重新选一张' }];
  const weight = `图片有 ${Math.round(found.bytes / 1000)} KB`;
  const heavy: Pick<Problem, 'level' | 'text'>[] =
    found.bytes > TOO_HEAVY
      ? [{ level: 'error', text: `${weight}，太大了，不能超过 1000 KB` }]
      : found.bytes > HEAVY
        ? [{ level: 'warning', text: `${weight}，最好不超过 300 KB` }]
        : [];
  const isOther = found.size && !isNear(ratioOf(found.size), ratioOf(picture));
  return isOther ? [...heavy, { level: 'warning', text: '图片的宽高和登记的不一样，重新选一次' }] : heavy;
}

/** A banner's pictures fill its ratio and are cut where theirs is another. */
function shapes({ blocks }: LayoutDocument, indexes: readonly number[]): Problem[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'banner') return [];
    const [width, height] = block.props.ratio.split(':').map(Number) as [number, number];
    return block.props.items.flatMap(({ picture }, item): Problem[] => {
      if (isNear(ratioOf(picture), width / height)) return [];
      const path = `blocks.${indexes[at]}.props.items.${item}.picture`;
      const text = `图片是 ${picture.width}×${picture.height}，不是 ${block.props.ratio}，边上会被裁掉`;
      return [{ level: 'warning', blockId: block.id, path, text }];
    });
  });
}
