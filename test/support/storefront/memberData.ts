import type { Member, MemberCard, TillSlot } from '@/api/members';

const LEVELS: Member['levels'] = [
  { id: '1', rank: 1, name: '新芽', fromGrowth: 0, benefits: [] },
  {
    id: '2',
    rank: 2,
    name: '青禾',
    fromGrowth: 500,
    benefits: [{ kind: 'memberPrice', title: '会员价 9.8 折', text: '下单自动减' }],
  },
  {
    id: '3',
    rank: 3,
    name: '金穗',
    fromGrowth: 2000,
    benefits: [
      { kind: 'memberPrice', title: '会员价 9.5 折', text: '下单自动减' },
      { kind: 'points', title: '1.2 倍积分', text: '消费即得' },
      { kind: 'freeShipping', title: '会员免邮', text: '满 59 元免' },
    ],
  },
  { id: '4', rank: 4, name: '丰年', fromGrowth: 5000, benefits: [] },
];

export function member(changes: Partial<MemberCard> = {}): Member {
  const card: MemberCard = {
    cardNo: '88062517',
    openedAt: '2026-01-05T02:00:00.000Z',
    levelId: '3',
    levelSince: '2026-06-05T02:00:00.000Z',
    growth: 3280,
    next: { levelId: '4', missing: 1720 },
    graceUntil: null,
    ...changes,
  };
  return { card, levels: LEVELS, maskedPhone: '138****6620' };
}

/** Nobody's card yet; a number that is verified, or none. */
export const noMember = (maskedPhone: string | null): Member => ({ card: null, levels: LEVELS, maskedPhone });

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

/** Six codes, one a minute, the first from the minute of `now` on. */
export function tillCode(now: number, first = 1): { slots: TillSlot[]; now: string } {
  const start = Math.floor(now / 60_000) * 60_000;
  const slots = Array.from({ length: 6 }, (_, nth) => ({
    code: `88062517${String(first + nth).padStart(8, '0')}`,
    from: new Date(start + nth * 60_000).toISOString(),
    to: new Date(start + (nth + 1) * 60_000).toISOString(),
    barcodeUrl: PIXEL,
    qrUrl: PIXEL,
  }));
  return { slots, now: new Date(now).toISOString() };
}
