import { z } from 'zod';
import { ROLES } from '../plain/roles';
import { Id, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const LoginName = z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/);
/** Long rather than odd: length is what makes guessing hard. */
export const Password = z.string().min(10).max(128);
const PersonName = z.string().trim().min(1).max(30);

export const Employee = z.object({
  id: Id,
  loginName: z.string().nullable(),
  name: z.string(),
  role: z.enum(ROLES),
  state: z.enum(['active', 'disabled']),
  /** The stores whose orders a store manager or a member of staff sees; of no meaning for other roles. */
  storeIds: z.array(Id),
  /** An owner gave the password: it must be changed before anything else. */
  mustChangePassword: z.boolean(),
  createdAt: Time,
});

export const EmployeeSession = z.object({
  token: z.string(),
  expiresAt: Time,
  /** To be kept in the browser, also after signing out, and sent with the next sign-in. */
  deviceToken: z.string(),
  employee: Employee,
});

export const EditEmployee = z.object({
  name: PersonName,
  role: z.enum(ROLES),
  storeIds: z
    .array(Id)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, { error: '门店重复' })
    .default([]),
});

export const CreateEmployee = EditEmployee.extend({ loginName: LoginName, password: Password });

export const AuditEntry = z.object({
  id: Id,
  employeeId: Id,
  employeeName: z.string(),
  action: z.string(),
  target: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
  createdAt: Time,
});

const EmployeeParams = z.object({ employeeId: Id });
const everyone = ROLES;

export const employeeRoutes = defineAdminRoutes({
  'POST /admin/sessions': {
    summary: '登录后台',
    roles: 'anyone',
    isSelfAudited: true,
    body: z.object({
      loginName: z.string().max(64),
      password: z.string().max(128),
      /** From an earlier sign-in in the same browser: strangers cannot lock it out. */
      deviceToken: z.string().max(100).optional(),
    }),
    ok: EmployeeSession,
    status: 201,
    errors: ['login_failed', 'rate_limited'],
  },
  'POST /admin/owner': {
    summary: '第一次启动：用终端里的一次性口令建立店主账号',
    roles: 'anyone',
    isSelfAudited: true,
    body: z.object({ token: z.string().max(100), loginName: LoginName, password: Password, name: PersonName }),
    ok: EmployeeSession,
    status: 201,
    errors: ['login_failed', 'conflict'],
  },
  'GET /admin/session': { summary: '我是谁', roles: everyone, isOpenBeforeChange: true, ok: Employee, errors: [] },
  'DELETE /admin/session': {
    summary: '退出登录',
    roles: everyone,
    isOpenBeforeChange: true,
    ok: z.object({}),
    errors: [],
  },
  'PUT /admin/password': {
    summary: '改自己的密码；别处的登录随之失效',
    roles: everyone,
    isSelfAudited: true,
    isOpenBeforeChange: true,
    body: z.object({ oldPassword: z.string().max(128), newPassword: Password }),
    ok: z.object({}),
    errors: ['login_failed', 'rate_limited'],
  },
  'GET /admin/employees': {
    summary: '员工',
    roles: ['owner'],
    ok: z.object({ items: z.array(Employee) }),
    errors: [],
  },
  'POST /admin/employees': {
    summary: '新增员工',
    roles: ['owner'],
    body: CreateEmployee,
    ok: Employee,
    status: 201,
    errors: ['conflict'],
  },
  'PUT /admin/employees/:employeeId': {
    summary: '修改员工的姓名、角色和门店；最后一位店主不能改为别的角色',
    roles: ['owner'],
    params: EmployeeParams,
    body: EditEmployee,
    ok: Employee,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/employees/:employeeId/password': {
    summary: '重置密码：给出一次性密码，24 小时内有效，登录后须先改掉；立即退出登录。自己的不能这样改',
    roles: ['owner'],
    params: EmployeeParams,
    ok: z.object({ password: z.string(), validUntil: Time }),
    status: 201,
    errors: ['not_found', 'conflict'],
  },
  'PUT /admin/employees/:employeeId/state': {
    summary: '停用或恢复员工；停用后立即退出登录。不能停用自己，也不能停用最后一位店主',
    roles: ['owner'],
    params: EmployeeParams,
    body: z.object({ state: z.enum(['active', 'disabled']) }),
    ok: Employee,
    errors: ['not_found', 'conflict'],
  },
  'GET /admin/audit': {
    summary: '操作记录，新的在前',
    roles: ['owner'],
    query: AdminPageQuery,
    ok: pageOf(AuditEntry),
    errors: [],
  },
});
