import type { AdminInput } from '../../api/call';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import type { Platform } from '@jishi/contract/plain/platforms';
import { clockOf } from '../../time';

/** What a person sets in the publish dialog. */
export interface Plan {
  /** Null: at once. */
  from: string | null;
  /** Null: until another one takes its place. */
  until: string | null;
  /** Empty: all. */
  platforms: Platform[];
  storeIds: string[];
  channels: string[];
  login: 'any' | 'in' | 'out';
  rollout: number;
  /** The draft against an older version; null: no experiment. */
  against: { versionId: string; versionNumber: number } | null;
  /** Of 100, how many get the draft in an experiment. */
  share: number;
  note: string;
}

export type SetPlan = (part: Partial<Plan>) => void;

export const START_PLAN: Plan = {
  from: null,
  until: null,
  platforms: [],
  storeIds: [],
  channels: [],
  login: 'any',
  rollout: 100,
  against: null,
  share: 50,
  note: '',
};

type Body = AdminInput<'POST /admin/layouts/:pageId/releases'>['body'];

export function bodyOf(plan: Plan, revision: number): Body {
  const { from, until, platforms, storeIds, channels, login, rollout, against, share, note } = plan;
  return {
    arms: against
      ? [
          { versionId: against.versionId, weight: 100 - share },
          { versionId: null, weight: share },
        ]
      : [{ versionId: null, weight: 100 }],
    revision,
    from,
    until,
    audience: {
      ...(platforms.length > 0 && { platforms }),
      ...(storeIds.length > 0 && { storeIds }),
      ...(channels.length > 0 && { channels }),
      ...(login !== 'any' && { login }),
    },
    rollout,
    note,
  };
}

/** Why it cannot be sent like this, or null. */
export function faultOf({ from, until }: Plan, now: number): string | null {
  if (until && Date.parse(until) <= now) return '结束时间已经过了';
  if (from && until && until <= from) return '结束要晚于开始';
  return null;
}

/** What will happen, in one or two sentences. */
export function sayPlan(plan: Plan, title: string, storeNames: ReadonlyMap<string, string>, now = Date.now()): string {
  const { from, until, platforms, storeIds, channels, login, rollout, against, share } = plan;
  const start = from ? `${clockOf(from, now)} 起，` : '立即';
  const where = platforms.length > 0 ? `在${platforms.map((each) => PLATFORM_WORDS[each]).join('、')}` : '在全部平台';
  const stores = storeIds.length > 0 ? `的${storeIds.map((id) => storeNames.get(id) ?? '一家门店').join('、')}` : '';
  const through = channels.length > 0 ? `，从${channels.map((each) => `「${each}」`).join('、')}来的` : '';
  const who = { any: '访客', in: '已登录顾客', out: '未登录访客' }[login];
  const whom = rollout < 100 ? ` ${rollout}% 的${who}` : login === 'any' && !through ? '所有人' : `所有${who}`;
  const what = against
    ? `「${title}」的两版：${share}% 看到草稿，${100 - share}% 看到 v${against.versionNumber}`
    : `「${title}」的草稿`;
  const rest = rollout < 100 || platforms.length + storeIds.length + channels.length > 0 || login !== 'any';
  return [
    `${start}${where}${stores}${through}向${whom}放出${what}。`,
    until ? `${clockOf(until, now)} 结束，之后回到那时该看到的版本。` : '',
    rest ? '其余的人看到的不变。' : '',
  ].join('');
}
