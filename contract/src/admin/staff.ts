import { z } from 'zod';
import { CodeToken } from '../codes';
import { MAX_CODE_BATCH } from '../plain/codes';
import { ROLES } from '../plain/roles';
import { INVITATION_STATES, STAFF_ROLES } from '../plain/staff';
import { Id, PlatformName, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';
import { Employee } from './employees';

export const StaffInvitation = z.object({
  id: Id,
  token: z.string(),
  storeId: Id,
  storeName: z.string(),
  role: z.enum(STAFF_ROLES),
  name: z.string(),
  /** The login that it binds; null makes an employee without one. */
  employeeId: Id.nullable(),
  state: z.enum(INVITATION_STATES),
  /** The name that the shopper who asked goes by at work, and their phone, masked. */
  askedName: z.string(),
  maskedPhone: z.string(),
  askedAt: Time.nullable(),
  expiresAt: Time,
  createdAt: Time,
  /** Opens the shop where it can be accepted. */
  url: z.string(),
});

/** Who sells: whoever is bound to a shopper, and whoever left and still has customers. */
export const AdminGuide = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(ROLES),
  state: z.enum(['active', 'disabled']),
  /** Has a workbench in the super-apps. */
  isBound: z.boolean(),
  stores: z.array(z.object({ id: Id, name: z.string() })),
  /** Who belong to them now; of one who left, who did. */
  customers: z.int(),
  /** In use. */
  codes: z.int(),
});

const params = z.object({ invitationId: Id });
const roles = ['owner', 'operator', 'store_manager'] as const;

/** A store manager invites to and decides for their own stores, and only staff. */
export const adminStaffRoutes = defineAdminRoutes({
  'GET /admin/guides': {
    summary: '导购：在职的在前；店长只看自己门店的',
    // a marketer makes codes for them
    roles: [...roles, 'marketer'],
    ok: z.object({ items: z.array(AdminGuide) }),
    errors: [],
  },
  'GET /admin/staff-invitations': {
    summary: '邀请，新的在前；店长只看自己门店的',
    roles,
    query: AdminPageQuery.extend({ state: z.enum(['asked', 'open']).optional() }),
    ok: pageOf(StaffInvitation),
    errors: [],
  },
  'POST /admin/staff-invitations': {
    summary: '邀请一个人来当导购；七天内有效，除非另说',
    roles,
    body: z.object({
      storeId: Id,
      role: z.enum(STAFF_ROLES).default('staff'),
      name: z.string().trim().min(1).max(30),
      employeeId: Id.nullable().default(null),
      expiresAt: SaidTime.optional(),
    }),
    ok: StaffInvitation,
    status: 201,
    errors: ['forbidden', 'not_found', 'conflict'],
  },
  'POST /admin/staff-invitations/:invitationId/withdraw': {
    summary: '收回还没有人应的邀请',
    roles,
    params,
    ok: StaffInvitation,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/staff-invitations/:invitationId/decision': {
    summary: '同意或者不同意；同意了，这个人的微信、支付宝、抖音里就有工作台',
    roles,
    params,
    body: z.object({ isApproved: z.boolean() }),
    ok: StaffInvitation,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/code-sheets': {
    summary: '打印货架标签：每个码一张，A4 纸；店长只印自己门店的码',
    roles: ['owner', 'marketer', 'operator', 'store_manager'],
    // it takes long: no transaction waits for it
    isSelfAudited: true,
    body: z.object({
      tokens: z.array(CodeToken).min(1).max(MAX_CODE_BATCH),
      platform: PlatformName,
    }),
    /** Of a PDF, in base64. */
    ok: z.object({ pdf: z.string(), count: z.int() }),
    errors: ['not_found', 'unsupported', 'platform_unavailable', 'busy'],
  },
  'POST /admin/employees/:employeeId/unbind': {
    summary: '解开员工和顾客身份；他的工作台随之关上，顾客和码不动',
    roles: ['owner'],
    params: z.object({ employeeId: Id }),
    ok: Employee,
    errors: ['not_found'],
  },
});
