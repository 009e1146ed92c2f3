import { z } from 'zod';
import { CodeTargetShape, CodeToken } from '../codes';
import { MAX_CODE_BATCH } from '../plain/codes';
import { Id, PictureUrl, PlatformName, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

/** Campaigns are told apart by it in reports: `shuang11-2026`. */
const Campaign = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_-]{0,40}$/u);

export const CodeInput = z.object({
  /** Whom or what it is for: 「南门海报」. */
  name: z.string().trim().min(1).max(40),
  target: CodeTargetShape,
  campaign: Campaign.default(''),
  employeeId: Id.nullable().default(null),
  storeId: Id.nullable().default(null),
  expiresAt: SaidTime.nullable().default(null),
});

export const Code = z.object({
  id: Id,
  token: CodeToken,
  name: z.string(),
  target: z.object({ kind: z.string(), id: z.string() }),
  campaign: z.string(),
  employeeId: Id.nullable(),
  storeId: Id.nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  expiresAt: Time.nullable(),
  createdAt: Time,
  /** Visits that came through it. */
  scans: z.int(),
  /** What it says outside the super-apps. */
  url: z.string(),
});

const CodeParams = z.object({ token: CodeToken });
const roles = ['owner', 'marketer', 'operator'] as const;

export const adminCodeRoutes = defineAdminRoutes({
  'POST /admin/codes': {
    summary: '建码：一个，或者一次一批（同样的去处，各有各的名字）',
    roles,
    body: CodeInput.omit({ name: true }).extend({
      names: z.array(CodeInput.shape.name).min(1).max(MAX_CODE_BATCH),
    }),
    ok: z.object({ items: z.array(Code) }),
    status: 201,
    errors: ['not_found'],
  },
  'GET /admin/codes': {
    summary: '码和扫码次数，新的在前',
    roles,
    query: AdminPageQuery.extend({ campaign: Campaign.optional() }),
    ok: pageOf(Code),
    errors: [],
  },
  'POST /admin/codes/:token/revoke': {
    summary: '作废一个码；已作废的再作废也算成功，不能恢复',
    roles,
    params: CodeParams,
    ok: Code,
    errors: ['not_found'],
  },
  'GET /admin/codes/:token/pictures/:platform': {
    summary: '码在某个平台的图，第一次要时才做',
    roles,
    params: CodeParams.extend({ platform: PlatformName }),
    ok: z.object({ url: PictureUrl }),
    errors: ['not_found', 'unsupported', 'platform_unavailable'],
  },
});
