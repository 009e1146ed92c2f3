import { LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import type { AnyBlock, LayoutDocument } from '@jishi/contract/layouts';
import { BLOCK_STEPS, downgradeProps, type Steps } from '@jishi/contract/plain/blockVersions';
import { isMeant, type Client } from './chooseRelease';

/** Why a block does not reach a client. */
export type Reason = 'hidden' | 'notMeant' | 'over' | 'tooNew';

export interface Adapted {
  document: LayoutDocument;
  /** `picture`: its fallback goes out in its place. */
  changed: { blockId: string; reason: Reason | 'older' | 'picture' }[];
  /** ms; null: the document stays as it is. */
  nextChangeAt: number | null;
}

/** With which contract each version of a kind came, and the steps between them. */
export interface Versions {
  since: Record<BlockKind, readonly number[]>;
  steps: Steps;
}

const KNOWN: Versions = {
  since: Object.fromEntries(Object.entries(LAYOUT_KINDS).map(([kind, { since }]) => [kind, since])) as Record<
    BlockKind,
    readonly number[]
  >,
  steps: BLOCK_STEPS,
};

/**
 * The document as one client may see it: without what is for others or over, nothing newer than the client can draw,
 * and without what is the marketers' own. A window that is still to come goes along, and opens on the phone.
 */
export function adaptDocument(document: LayoutDocument, client: Client, versions: Versions = KNOWN): Adapted {
  const changed: Adapted['changed'] = [];
  let next = Infinity;
  const note = (time: string | undefined) => {
    const at = time === undefined ? NaN : Date.parse(time);
    if (at > client.now) next = Math.min(next, at);
  };
  const blocks = document.blocks.flatMap((block) => {
    const reason = reasonAgainst(block, client);
    if (reason) {
      changed.push({ blockId: block.id, reason });
      return [];
    }
    note(block.visible?.from);
    note(block.visible?.until);
    if (block.kind === 'countdown') note(block.props.until);
    const { shown, how } = drawable(block, client, versions);
    if (how) changed.push({ blockId: block.id, reason: how });
    return shown ? [forShoppers(shown, client.now)] : [];
  });
  return { document: { ...document, blocks }, changed, nextChangeAt: Number.isFinite(next) ? next : null };
}

function reasonAgainst({ visible }: AnyBlock, client: Client): Reason | null {
  if (!visible) return null;
  if (visible.isHidden) return 'hidden';
  if (!isMeant(visible, client)) return 'notMeant';
  return visible.until && Date.parse(visible.until) <= client.now ? 'over' : null;
}

/** The newest version of the block that the client's build knows, or its fallback. */
function drawable(
  block: AnyBlock,
  { contract }: Client,
  { since, steps }: Versions,
): { shown: AnyBlock | null; how?: 'older' | 'picture' | 'tooNew' } {
  let { v, props }: { v: number; props: object | null } = block;
  while (props && (since[block.kind][v - 1] ?? Infinity) > contract && v > 1) {
    props = downgradeProps(block.kind, v, props, steps);
    v -= 1;
  }
  const isKnown = props !== null && (since[block.kind][v - 1] ?? Infinity) <= contract;
  if (isKnown) return v === block.v ? { shown: block } : { shown: { ...block, v, props } as AnyBlock, how: 'older' };
  const { id, style, visible, fallback } = block;
  if (fallback?.do !== 'picture' || since.cube[0]! > contract) return { shown: null, how: 'tooNew' };
  const cells = [{ picture: fallback.picture, link: fallback.link }];
  return { shown: { id, kind: 'cube', v: 1, props: { preset: 'one', cells }, style, visible }, how: 'picture' };
}

function forShoppers({ note: _note, fallback: _fallback, visible, ...block }: AnyBlock, now: number): AnyBlock {
  const from = visible?.from && Date.parse(visible.from) > now ? visible.from : undefined;
  const until = visible?.until;
  const window = { ...(from && { from }), ...(until && { until }) };
  return { ...block, ...((from || until) && { visible: window }) } as AnyBlock;
}
