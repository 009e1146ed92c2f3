import { ORDER_WORDS, PLATFORM_WORDS, ROLE_WORDS } from '@jishi/contract/plain/words';
import { AFTERSALE_STATE_WORDS } from '../components/aftersaleWords';
import { yuanOf } from '../components/yuan';
import { clockOf } from '../time';

const STATES: Record<string, string> = {
  ...AFTERSALE_STATE_WORDS,
  ...ORDER_WORDS,
  on_shelf: '在售',
  off_shelf: '已下架',
  active: '在用',
  disabled: '已停用',
  revoked: '已停用',
  expired: '已过期',
  open: '等人来应',
  asked: '等着答复',
  approved: '已同意',
  waiting: '等待',
  live: '线上',
  over: '已结束',
  failed: '没有办成',
};

/** By the last part of a field's name: what its values are called. */
const VALUES: Record<string, Record<string, string>> = {
  state: STATES,
  role: ROLE_WORDS,
  platform: PLATFORM_WORDS,
  platforms: PLATFORM_WORDS,
  login: { in: '已登录', out: '未登录', any: '不限' },
  own: { exclude: '不算', mark: '作标记，不算' },
  untouched: { guide: '算顾客的导购的', nobody: '不算谁的' },
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value of the log as a person says it; what has no word stands as it is. */
export function valueWord(value: unknown, name: string): string {
  const field = name.split('.').pop()!;
  if (typeof value === 'number' && (field.endsWith('Fen') || name.split('.')[0] === 'prices'))
    return `¥${yuanOf(value)}`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value === '') return '空';
  if (typeof value === 'string' && TIME.test(value)) return clockOf(value);
  return typeof value === 'object' ? JSON.stringify(value) : (VALUES[field]?.[String(value)] ?? String(value));
}
