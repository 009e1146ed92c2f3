import type { Platform } from './platforms';

/** What a member of staff can stand behind the counter as; the other roles are the console's. */
export const STAFF_ROLES = ['store_manager', 'staff'] as const;

/** Where a person is on the way to being a guide. */
export const STAFF_STATES = ['none', 'asked', 'active'] as const;

export const INVITATION_STATES = ['open', 'asked', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Upper case and digits without the ones that are taken for others (0 O 1 I L). */
export const INVITATION_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const isInvitationToken = (text: string): boolean => /^[0-9A-Z]{8}$/.test(text);

/** From 00:00 in Beijing of today, of Monday, of the first of the month. */
export const STAFF_PERIODS = ['today', 'week', 'month'] as const;
export type StaffPeriod = (typeof STAFF_PERIODS)[number];

export const POSTER_TEMPLATES = ['awning', 'plain', 'tall'] as const;
export type PosterTemplate = (typeof POSTER_TEMPLATES)[number];

/** What a code can stand for when a guide makes it; later features add theirs. */
export const STAFF_TARGETS = ['home', 'product', 'category'] as const;

export const MAX_NOTE = 300;

/** Words under a code: what a person opens to scan it. */
export const SCAN_WITH: Readonly<Record<Platform, string>> = {
  weapp: '微信扫一扫',
  alipay: '支付宝扫一扫',
  tt: '抖音扫一扫',
  h5: '扫一扫',
};
