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
  /** Not before now. */
  expiresAt: SaidTime.nullable().default(null),
});

const State = z.enum(['active', 'expired', 'revoked']);

export const Code = z.object({
  id: Id,
  token: CodeToken,
  name: z.string(),
  target: z.object({ kind: z.string(), id: z.string() }),
  campaign: z.string(),
  employeeId: Id.nullable(),
  storeId: Id.nullable(),
  state: State,
  expiresAt: Time.nullable(),
  createdAt: Time,
  /** Visits that came through it. */
  scans: z.int(),
  /** What it says outside the super-apps. */
  url: z.string(),
});

export const CodeRow = Code.extend({
  /** What it leads to as it is called now, with a picture where it has one; null where that is gone. */
  title: z.string().nullable(),
  pictureUrl: PictureUrl.nullable(),
  employeeName: z.string().nullable(),
  storeName: z.string().nullable(),
  /**
   * Paid, and not given back whole. A guide's code has those that the attribution rules give it, any other code those of
   * the visits that it began.
   */
  orders: z.int(),
});

const CodeParams = z.object({ token: CodeToken });
const Tokens = z.array(CodeToken).min(1).max(MAX_CODE_BATCH);
const roles = ['owner', 'marketer', 'operator'] as const;
/** A store manager has the codes of their own stores, and no others. */
const withManagers = [...roles, 'store_manager'] as const;

const Batch = z
  .object({
    targets: z.array(CodeTargetShape).min(1).max(MAX_CODE_BATCH),
    storeId: Id.nullable().default(null),
    /** Of guides, each with a code for every target; none: codes of nobody. */
    employeeIds: z.array(Id).max(MAX_CODE_BATCH).default([]),
    campaign: Campaign.default(''),
    expiresAt: SaidTime.nullable().default(null),
  })
  .refine(({ targets, employeeIds }) => targets.length * Math.max(1, employeeIds.length) <= MAX_CODE_BATCH, {
    error: `一批至多 ${MAX_CODE_BATCH} 个`,
  });

export const adminCodeRoutes = defineAdminRoutes({
  'POST /admin/codes': {
    summary: '建码：一个，或者一次几个（同样的去处，各有各的名字）',
    roles,
    body: CodeInput.omit({ name: true }).extend({
      names: z.array(CodeInput.shape.name).min(1).max(MAX_CODE_BATCH),
    }),
    ok: z.object({ items: z.array(Code) }),
    status: 201,
    errors: ['not_found'],
  },
  'POST /admin/code-batches': {
    summary: '成批建码：每个去处给每位导购一个；已经有同样的码就还用它；店长只给自己的门店建',
    roles: withManagers,
    body: Batch,
    /** `made`: how many of them are new. */
    ok: z.object({ items: z.array(Code), made: z.int() }),
    status: 201,
    errors: ['forbidden', 'not_found'],
  },
  'GET /admin/codes': {
    summary: '码、扫码次数和成交单，新的在前；q 在名字、去处、活动里找每个词，或找码本身；店长只看自己门店的',
    roles: withManagers,
    query: AdminPageQuery.extend({
      q: z.string().trim().max(60).optional(),
      campaign: Campaign.optional(),
      employeeId: Id.optional(),
      storeId: Id.optional(),
      state: State.optional(),
    }),
    ok: pageOf(CodeRow),
    errors: [],
  },
  'POST /admin/codes/revoke': {
    summary: '作废几个码：要么全部作废，要么一个也不动；已作废的再作废也算成功，不能恢复',
    roles: withManagers,
    body: z.object({ tokens: Tokens }),
    /** Those that were not revoked before. */
    ok: z.object({ revoked: z.int() }),
    errors: ['not_found'],
  },
  'POST /admin/codes/:token/revoke': {
    summary: '作废一个码；已作废的再作废也算成功，不能恢复',
    roles: withManagers,
    params: CodeParams,
    ok: Code,
    errors: ['not_found'],
  },
  'GET /admin/codes/:token/pictures/:platform': {
    summary: '码在某个平台的图，第一次要时才做',
    roles: withManagers,
    params: CodeParams.extend({ platform: PlatformName }),
    ok: z.object({ url: PictureUrl }),
    errors: ['not_found', 'unsupported', 'platform_unavailable'],
  },
});
