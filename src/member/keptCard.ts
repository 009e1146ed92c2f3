import { getMember, getTillCode, type Member, type TillSlot } from '@/api/members';
import { keys } from '@/lib/queryKeys';
import { knownPerson } from '@/lib/session';
import { platform } from '@/platform';

/** Of one person: another on the same phone must not see them. */
interface Kept {
  userId: string;
  member?: Member;
  slots?: TillSlot[];
}

const KEY = 'jishi.memberCard';

/** The card: as it was last seen at once, so that it is there without a network, and as it is now behind it. */
export const memberQuery = () => ({
  queryKey: keys.member,
  queryFn: async () => keep('member', await getMember()),
  initialData: () => read().member,
  // what came from the disk is never fresh
  initialDataUpdatedAt: 0,
});

/** The codes that the phone has, and new ones behind them. */
export const tillQuery = () => ({
  queryKey: keys.tillCode,
  queryFn: async () => keep('slots', await getTillCode()),
  initialData: () => read().slots,
  initialDataUpdatedAt: 0,
});

export function keep<K extends 'member' | 'slots'>(part: K, value: NonNullable<Kept[K]>): NonNullable<Kept[K]> {
  const userId = knownPerson();
  if (userId !== null) platform.writeText(KEY, JSON.stringify({ ...read(), userId, [part]: value }));
  return value;
}

function read(): Partial<Kept> {
  try {
    const kept = JSON.parse(platform.readText(KEY) ?? 'null') as Kept | null;
    return kept && kept.userId === knownPerson() ? kept : {};
  } catch {
    return {};
  }
}
