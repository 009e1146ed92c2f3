import { z } from 'zod';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { LayoutDocument } from '@jishi/contract/layouts';
import { sayIssue } from '../form/sayIssue';
import { knownKind, shapeOf, type DraftBlock, type DraftDocument } from './blocks';

export interface Problem {
  level: 'error' | 'warning';
  /** Null: the page itself. */
  blockId: string | null;
  /** Within the block or the page: `props.items.0.link`. */
  path: string;
  text: string;
}

/** The part of a document that is no block: a form of its own. */
const { title, share, theme, background } = LayoutDocument.shape;
export const PageShape = z.object({ title, share, theme, background });

const checked = new WeakMap<object, { problems: Problem[]; parsed: unknown }>();

/** Blocks are never changed in place, so one that was checked stays checked. */
function check(value: object, blockId: string | null, schema: z.ZodType) {
  const before = checked.get(value);
  if (before) return before;
  const result = schema.safeParse(value);
  const problems = (result.error?.issues ?? []).map((issue) => ({
    level: 'error' as const,
    blockId,
    path: issue.path.join('.'),
    text: sayIssue(issue, value),
  }));
  const answer = { problems, parsed: result.data };
  checked.set(value, answer);
  return answer;
}

/** The block with its defaults, or null while something is wrong with it. */
export function wholeBlock(block: DraftBlock): object | null {
  const kind = knownKind(block);
  return kind ? ((check(block, block.id, shapeOf(kind)).parsed as object | undefined) ?? null) : null;
}

export function pageOf({ title, share, theme, background }: DraftDocument) {
  return { title, share, theme, background };
}

/** What the contract says against a draft, at once and without the server. */
export function ownProblems(document: DraftDocument): Problem[] {
  const { problems } = check(pageOf(document), null, PageShape);
  const tooMany =
    document.blocks.length > MAX_BLOCKS
      ? [{ level: 'error' as const, blockId: null, path: 'blocks', text: `一页最多 ${MAX_BLOCKS} 个区块` }]
      : [];
  const ofBlocks = document.blocks.flatMap((block) => {
    const kind = knownKind(block);
    return kind ? check(block, block.id, shapeOf(kind)).problems : [];
  });
  return [...problems, ...tooMany, ...ofBlocks];
}

/**
 * Both together, errors first. The server knows more (links, products, pictures) but answers for the draft that was
 * saved last: what it says of a block that is gone is left out, and where both speak of one place ours is newer.
 */
export function allProblems(document: DraftDocument, ofServer: readonly Problem[]): Problem[] {
  const own = ownProblems(document);
  const ids = new Set(document.blocks.map(({ id }) => id));
  const said = new Set(own.map(placeOf));
  const more = ofServer
    .map((problem) => ({ ...problem, path: problem.path.replace(/^blocks\.\d+\.?/, '') }))
    .filter((problem) => (problem.blockId === null || ids.has(problem.blockId)) && !said.has(placeOf(problem)));
  return [...own, ...more].sort((a, b) => a.level.localeCompare(b.level));
}

const placeOf = ({ blockId, path }: Problem) => `${blockId ?? ''} ${path}`;
