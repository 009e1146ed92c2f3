import type { Screen } from './screen';

/** An invitation, from the code that is typed to the answer. */
export const staffJoinScreens: Screen[] = [
  {
    name: 'staff-join',
    page: 'staffJoin',
    kind: 'filled',
    who: 'newcomer',
    query: ({ staff }) => `invite=${staff.invitations.open}`,
    ready: '邀你来做导购',
    look: 'Where, as what, until when; one field and one button',
  },
  {
    // the link of an invitation opens the shop, which leads on
    name: 'staff-join-by-link',
    page: 'home',
    kind: 'detail',
    who: 'newcomer',
    query: ({ staff }) => `invite=${staff.invitations.open}`,
    ready: '邀你来做导购',
    look: 'The same page, with the way back to the shop',
  },
  {
    name: 'staff-join-code',
    page: 'staffJoin',
    kind: 'detail',
    who: 'newcomer',
    allows: ['console'],
    ready: '填上店长给的邀请码',
    act: async ({ page, tap, sees }) => {
      await page.locator('input').first().fill('ZZZZ9999');
      await tap('看看邀请');
      await sees(/没有这份邀请/);
    },
    look: 'The unknown code stays to be mended, and the reason is at its field',
  },
  {
    name: 'staff-join-asked',
    page: 'staffJoin',
    kind: 'detail',
    who: 'applicant',
    query: ({ staff }) => `invite=${staff.invitations.asked}`,
    ready: '等店长同意',
    look: 'Waiting is calm, and the name can be mended',
  },
  {
    name: 'staff-join-rejected',
    page: 'staffJoin',
    kind: 'detail',
    who: 'applicant',
    query: ({ staff }) => `invite=${staff.invitations.rejected}`,
    ready: '这次没有通过',
    look: 'Kind, and two ways on',
  },
  {
    name: 'staff-join-approved',
    page: 'staffJoin',
    kind: 'detail',
    who: 'applicant',
    query: ({ staff }) => `invite=${staff.invitations.asked}`,
    answer: {
      path: '/api/staff-invitations/',
      change: (invitation: object) => ({ ...invitation, state: 'approved' }),
    },
    ready: '欢迎加入',
    look: 'A welcome, and the one way in',
  },
  {
    name: 'staff-join-loading',
    page: 'staffJoin',
    kind: 'loading',
    who: 'newcomer',
    query: ({ staff }) => `invite=${staff.invitations.open}`,
    hold: '/api/staff-invitations/',
    ready: '店员邀请',
    look: 'The card waits in its measures',
  },
  {
    name: 'staff-join-error',
    page: 'staffJoin',
    kind: 'error',
    who: 'newcomer',
    query: ({ staff }) => `invite=${staff.invitations.open}`,
    fail: { path: '/api/staff-invitations/', status: 503 },
    ready: '重新加载',
    look: 'One can try again',
  },
];
