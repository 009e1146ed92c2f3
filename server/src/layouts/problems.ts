import type { z } from 'zod';
import type { LayoutProblem } from '@jishi/contract/admin/layouts';
import { LayoutDocument, type AnyBlock } from '@jishi/contract/layouts';
import type { Context } from '../context';
import { contrastOf } from './contrast';
import type { Draft } from './drafts';
import { explainIssue } from './explainIssue';
import { filmProblems } from './filmProblems';
import { pictureProblems } from './pictureProblems';
import { blocksOf, idOf, readDocument, upgraded } from './readDocument';
import { reachProblems } from './reachProblems';
import { referencesOf } from './references';
import { targetProblems } from './targetProblems';

export type Problem = z.output<typeof LayoutProblem>;

const MAX_PROBLEMS = 100;
/** The shop's ink and white, which stand on the theme's colours. */
const [INK, WHITE] = ['#261e18', '#ffffff'];
const READABLE = 4.5;

/** What is wrong with a draft, in words for a marketer: errors keep it from being published. */
export async function problemsOf(ctx: Context, draft: Draft): Promise<Problem[]> {
  const { document, indexes, left } = readDocument(draft.document, draft);
  const references = referencesOf(document, indexes);
  const problems = [
    ...faultsOfForm(draft),
    // whoever has a broken block hears of that first
    ...(left.length === 0 ? emptiness(draft, document) : []),
    ...faint(document),
    ...document.blocks.flatMap((block, at) => expired(block, indexes[at]!, ctx.now())),
    ...(await targetProblems(ctx, draft.slug, references)),
    ...(await pictureProblems(ctx, document, indexes, references)),
    ...(await filmProblems(ctx, references)),
    ...(await reachProblems(ctx, document, indexes)),
  ];
  return [...problems].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_PROBLEMS);
}

const rank = ({ level }: Problem) => (level === 'error' ? 0 : 1);

function faultsOfForm({ document: stored, page }: Draft): Problem[] {
  const document = upgraded(stored);
  const issues = LayoutDocument.safeParse(document).error?.issues ?? [];
  const faults = issues.map((issue): Problem => ({
    level: 'error',
    blockId: issue.path[0] === 'blocks' ? idOf(blocksOf(document)[Number(issue.path[1])]) : null,
    path: issue.path.join('.'),
    text: explainIssue(document, issue),
  }));
  const isOther = document.page !== page && !faults.some(({ path }) => path === 'page');
  return isOther ? [...faults, { level: 'error', blockId: null, path: 'page', text: '这是另一种页面的内容' }] : faults;
}

function emptiness({ page }: Draft, { blocks }: LayoutDocument): Problem[] {
  if (blocks.some(({ visible }) => !visible?.isHidden)) return [];
  const isNeeded = page === 'home' || page === 'campaign';
  return [
    {
      level: isNeeded ? 'error' : 'warning',
      blockId: null,
      path: 'blocks',
      text: '页面是空的，至少要有一个显示的区块',
    },
  ];
}

function faint({ theme }: LayoutDocument): Problem[] {
  const pairs = [
    ['primary', theme?.primary, WHITE, '主色上的白字看不清，换深一些的颜色'],
    ['price', theme?.price, WHITE, '价格看不清，换深一些的颜色'],
    ['price', theme?.price, theme?.paper, '价格在页面底色上看不清'],
    ['paper', theme?.paper, INK, '页面底色太深，字看不清'],
  ] as const;
  return pairs.flatMap(([field, one, other, text]): Problem[] =>
    one && other && contrastOf(one, other) < READABLE
      ? [{ level: 'error', blockId: null, path: `theme.${field}`, text }]
      : [],
  );
}

function expired(block: AnyBlock, index: number, now: Date): Problem[] {
  const isPast = (time: string | undefined) => time !== undefined && new Date(time) <= now;
  const place = { level: 'warning', blockId: block.id } as const;
  return [
    ...(isPast(block.visible?.until)
      ? [{ ...place, path: `blocks.${index}.visible.until`, text: '显示的时间已经过了，顾客看不到' }]
      : []),
    ...(block.kind === 'countdown' && isPast(block.props.until)
      ? [{ ...place, path: `blocks.${index}.props.until`, text: '倒计时已经结束' }]
      : []),
  ];
}
