import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { readPlatformConfigs, type ConfigFault, type PlatformConfigs } from './platform/config';
import { goLiveFaults } from './platform/goLiveFaults';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const port = z.coerce.number().int().min(0).max(65535);

const Variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** The console has an origin of its own; the next port when absent. */
  CONSOLE_PORT: port.optional(),
  /** Where employees open the console; on this machine when absent. */
  CONSOLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Off behind a PgBouncer older than 1.21. */
  DATABASE_PREPARED: flag.default(true),
  PLATFORM: z.enum(['fake', 'live']).optional(),
  /** Where the world reaches this server; platforms call back there. On this machine when absent. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs the fake platform's callbacks; made anew at each start when absent. */
  FAKE_SECRET: z.string().min(16).optional(),
  /** `native`: intents for the super-app's own cashier (tests on the built packages); `sheet`: a simulated one. */
  FAKE_CASHIER: z.enum(['native', 'sheet']).default('sheet'),
  /** `on` fills an empty shop with the demo goods; never in production. */
  DEMO_SHOP: z.enum(['on', 'off']).default('on'),
  ORDER_TTL_MINUTES: z.coerce.number().min(0.05).max(1440).default(30),
  /** A shipped order counts as received after so many days. */
  CONFIRM_DAYS: z.coerce.number().min(1).max(90).default(7),
  /** Beijing's hours in which no message is sent, `22-08`; the same hour twice: at all times. */
  QUIET_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3])-([01]\d|2[0-3])$/)
    .default('22-08'),
  /** Messages a day and person that sell something. */
  MARKETING_PER_DAY: z.coerce.number().int().min(0).max(20).default(3),
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
  PUBLIC_URL: string;
  CONSOLE_PORT: number;
  CONSOLE_URL: string;
  isProduction: boolean;
  platformMode: 'fake' | 'live';
  fakeSecret: string;
  /** What each live platform needs; null where nothing is set. */
  platforms: PlatformConfigs;
  /** Absolute. */
  dataDir: string;
  /** Null: pictures lie in the data folder. */
  s3: { url: string; region: string; keyId: string; secret: string } | null;
}

/** The names of the variables that are not of one platform. */
export const ENV_VARIABLES = Object.keys(Variables.shape);

export class EnvInvalid extends Error {
  constructor(readonly faults: ConfigFault[]) {
    super(`配置有误：\n${faults.map(({ name, text }) => `  ${name}：${text}`).join('\n')}`);
  }
}

/** Reads and checks the configuration. Throws EnvInvalid with every fault. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const { env, faults } = checkEnv(source, source.NODE_ENV === 'production');
  if (!env) throw new EnvInvalid(faults);
  return env;
}

/**
 * The configuration and all that is wrong with it, in Chinese; no `env` when anything is. `isGoingLive` also applies the
 * rules that only matter to real shoppers: the server does in production, the doctor always.
 */
export function checkEnv(
  source: Record<string, string | undefined>,
  isGoingLive: boolean,
): { env: Env | null; faults: ConfigFault[] } {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Variables.safeParse(filled);
  const isProduction = filled.NODE_ENV === 'production';
  const platformMode = result.data?.PLATFORM ?? (isProduction ? 'live' : 'fake');
  const { configs, faults: platformFaults } = readPlatformConfigs(filled);
  const faults: ConfigFault[] = [
    ...(result.error?.issues.map((issue) => ({ name: issue.path.join('.'), text: explain(issue) })) ?? []),
    ...s3Faults(filled),
    ...(platformMode === 'live' || isGoingLive ? platformFaults : []),
    ...(isGoingLive ? goLiveFaults(filled, configs) : []),
    ...(isProduction ? productionFaults(filled) : []),
  ];
  if (!result.success || faults.length > 0) return { env: null, faults };
  const variables = result.data;
  const { ASSETS_S3_URL: url, ASSETS_S3_REGION: region, ASSETS_S3_KEY_ID: keyId, ASSETS_S3_SECRET: secret } = variables;
  const consolePort = variables.CONSOLE_PORT ?? (variables.PORT === 0 ? 0 : variables.PORT + 1);
  const env: Env = {
    ...variables,
    PUBLIC_URL: variables.PUBLIC_URL ?? `http://localhost:${variables.PORT || 3000}`,
    CONSOLE_PORT: consolePort,
    CONSOLE_URL: variables.CONSOLE_URL ?? `http://localhost:${consolePort}`,
    isProduction,
    platformMode,
    fakeSecret: variables.FAKE_SECRET ?? randomBytes(24).toString('base64url'),
    platforms: configs,
    dataDir: path.resolve(variables.DATA_DIR),
    s3: url && keyId && secret ? { url, region, keyId, secret } : null,
  };
  return { env, faults };
}

function productionFaults({ PLATFORM, FAKE_SECRET }: Record<string, string | undefined>): ConfigFault[] {
  return [
    ...(PLATFORM === 'fake' ? [{ name: 'PLATFORM', text: '正式环境不能使用模拟平台（fake）' }] : []),
    ...(FAKE_SECRET ? [{ name: 'FAKE_SECRET', text: '只用于模拟平台，正式环境请删掉' }] : []),
  ];
}

/** A bucket whose key is missing, or a key whose bucket is, is half a configuration. */
function s3Faults(source: Record<string, string | undefined>): ConfigFault[] {
  const needed = ['ASSETS_S3_URL', 'ASSETS_S3_KEY_ID', 'ASSETS_S3_SECRET'];
  const missing = needed.filter((name) => !source[name]);
  return missing.length === needed.length ? [] : missing.map((name) => ({ name, text: '没有填，三项要一起填' }));
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
