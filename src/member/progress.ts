import type { Member, MemberCard, MemberLevel } from '@/api/members';

/** The level that a card has; the shop may have edited its levels since. */
export const levelOf = ({ levels }: Member, { levelId }: MemberCard): MemberLevel =>
  levels.find(({ id }) => id === levelId) ?? levels[0]!;

/** How far the growth is along the levels, 0 to 1: each step between two levels is as long as every other. */
export function progressOf(levels: readonly MemberLevel[], growth: number): number {
  const steps = levels.length - 1;
  if (steps < 1) return 1;
  const reached = levels.filter(({ fromGrowth }) => fromGrowth <= growth).length - 1;
  const [from, next] = [levels[reached], levels[reached + 1]];
  if (!from || !next) return reached < 0 ? 0 : 1;
  return (reached + (growth - from.fromGrowth) / (next.fromGrowth - from.fromGrowth)) / steps;
}
