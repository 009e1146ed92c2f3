import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const port = z.coerce.number().int().min(0).max(65535);

const Variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Off behind a PgBouncer older than 1.21. */
  DATABASE_PREPARED: flag.default(true),
  PLATFORM: z.enum(['fake', 'live']).optional(),
  /** Signs the fake platform's callbacks; made anew at each start when absent. */
  FAKE_SECRET: z.string().min(16).optional(),
  /** `native`: intents for the super-app's own cashier (tests on the built packages); `sheet`: a simulated one. */
  FAKE_CASHIER: z.enum(['native', 'sheet']).default('sheet'),
  /** `on` fills an empty shop with the demo goods; never in production. */
  DEMO_SHOP: z.enum(['on', 'off']).default('on'),
  ORDER_TTL_MINUTES: z.coerce.number().min(0.05).max(1440).default(30),
  /** A shipped order counts as received after so many days. */
  CONFIRM_DAYS: z.coerce.number().min(1).max(90).default(7),
  SHIPPING_FEE_FEN: z.coerce.number().int().min(0).default(800),
  FREE_SHIPPING_FROM_FEN: z.coerce.number().int().min(0).default(9900),
  SHOP_NAME: z.string().min(1).max(20).default('集市'),
  /** Requests a minute from one address. */
  RATE_LIMIT: z.coerce.number().int().min(1).default(1200),
  /** Bearer token that opens /metrics, /api/docs and /api/openapi.json in production. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** A bucket for pictures, by its own address; the folder of the data when absent. The keys come with it. */
  ASSETS_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  ASSETS_S3_REGION: z.string().min(1).default('us-east-1'),
  ASSETS_S3_KEY_ID: z.string().min(1).optional(),
  ASSETS_S3_SECRET: z.string().min(1).optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Env extends z.output<typeof Variables> {
  isProduction: boolean;
  platformMode: 'fake' | 'live';
  fakeSecret: string;
  /** Absolute. */
  dataDir: string;
  /** Null: pictures lie in the data folder. */
  s3: { url: string; region: string; keyId: string; secret: string } | null;
}

export class EnvInvalid extends Error {}

/** Reads and checks the configuration. Throws EnvInvalid with one Chinese line per fault. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Variables.safeParse(filled);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}：${explain(issue)}`);
    throw new EnvInvalid(`配置有误：\n${lines.join('\n')}`);
  }
  const variables = result.data;
  const isProduction = variables.NODE_ENV === 'production';
  const platformMode = variables.PLATFORM ?? (isProduction ? 'live' : 'fake');
  if (isProduction && platformMode === 'fake') {
    throw new EnvInvalid('配置有误：\n  PLATFORM：正式环境不能使用模拟平台（fake）');
  }
  return {
    ...variables,
    isProduction,
    platformMode,
    fakeSecret: variables.FAKE_SECRET ?? randomBytes(24).toString('base64url'),
    dataDir: path.resolve(variables.DATA_DIR),
    s3: readS3(variables),
  };
}

function readS3(variables: z.output<typeof Variables>): Env['s3'] {
  const { ASSETS_S3_URL: url, ASSETS_S3_REGION: region, ASSETS_S3_KEY_ID: keyId, ASSETS_S3_SECRET: secret } = variables;
  if (!url) return null;
  if (!keyId || !secret) {
    throw new EnvInvalid('配置有误：\n  ASSETS_S3_URL：还要有 ASSETS_S3_KEY_ID 和 ASSETS_S3_SECRET');
  }
  return { url, region, keyId, secret };
}

function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `太小或太短，至少 ${issue.minimum}`;
    case 'too_big':
      return `太大，至多 ${issue.maximum}`;
    case 'invalid_format':
      return '格式不对';
    default:
      return '应为另一种类型的值';
  }
}
