import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Id, PlatformName, Time } from './schema';

/** Where a visit came from, as the super-app told it. Scene values are text: Douyin's are not numbers. */
export const Launch = z.object({
  path: z.string().max(300).default(''),
  query: z.record(z.string().max(60), z.string().max(500)).default({}),
  scene: z.string().max(40).default(''),
});

export const CreateSession = z.object({
  platform: PlatformName,
  appId: z.string().max(64),
  /** The login code of the super-app; absent on H5 and for a guest. */
  code: z.string().min(1).max(512).optional(),
  /** The token that this device had before: a guest whose session ended stays the same person. */
  previousToken: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
  /** Made once by the storefront and kept in the phone's storage. */
  deviceId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  launch: Launch.default({ path: '', query: {}, scene: '' }),
});

export const Session = z.object({ token: z.string(), userId: Id, visitId: Id, expiresAt: Time });

/** What a page needs to know about the shop before anything else. */
export const Shop = z.object({
  name: z.string(),
  serverTime: Time,
  /** True on a demo shop: payments are simulated. */
  isDemo: z.boolean(),
  /** What delivery costs a shopper of whom nothing is known: `运费 ¥8 起，满 ¥99 包邮`. */
  shippingText: z.string(),
  orderTtlMs: z.int(),
});

export const sessionRoutes = defineRoutes({
  'POST /api/sessions': {
    summary: '静默登录：用平台的登录码换会话',
    access: 'public',
    body: CreateSession,
    ok: Session,
    status: 201,
    errors: ['login_failed', 'platform_unavailable'],
  },
  'GET /api/shop': { summary: '店铺信息', access: 'public', ok: Shop, errors: [] },
});
