import type { MessageKind, MessagePlatform } from '@jishi/contract/plain/messages';
import { createCodes } from '../../src/codes/editCodes';
import { sql } from '../../src/db/db';
import { saveTemplate } from '../../src/messages/templates';
import type { MessageOutcome, MessageRequest } from '../../src/platform/types';
import { newKey } from './fixtures';
import type { Shopper, TestApp } from './testApp';

const FIELDS: Record<MessageKind, Record<string, string>> = {
  order_paid: { thing1: 'title', amount2: 'totalFen' },
  order_shipped: { thing1: 'title', character_string2: 'trackingNo', time3: 'shippedAt' },
  pickup_ready: { thing1: 'store', character_string2: 'pickupCode' },
  refund_done: { amount1: 'refundFen', time2: 'refundedAt' },
  restock: { thing1: 'title', amount2: 'priceFen' },
  price_drop: { thing1: 'title', amount2: 'priceFen', amount3: 'wasFen' },
  points_expiring: { thing1: 'points', time2: 'expiresAt', thing3: 'tip' },
};

export const templateOf = (kind: MessageKind) => `T_${kind}`;

/** An app of the shop has a template for a kind. */
export async function useTemplate(
  shop: TestApp,
  kind: MessageKind,
  { platform = 'weapp', appId = 'wx-shop' }: { platform?: MessagePlatform; appId?: string } = {},
): Promise<void> {
  const input = { templateId: templateOf(kind), fields: FIELDS[kind], isActive: true };
  await saveTemplate(shop.ctx, { platform, appId, kind }, input);
}

/** A shopper of the mini-program says yes to so many messages of a kind. */
export async function allowMessages(shop: TestApp, shopper: Shopper, kind: MessageKind, times = 1): Promise<void> {
  await useTemplate(shop, kind);
  for (let time = 0; time < times; time++) {
    const { body } = await shopper.post('/api/messages/grants', { accepted: [templateOf(kind)] }, newKey());
    if (body.added !== 1) throw new Error(`not granted: ${JSON.stringify(body)}`);
  }
}

/** A code that opens the home page, an employee's where one is named; the shopper comes through it. */
export async function scanNewCode(shop: TestApp, shopper: Shopper, employeeId: string | null = null): Promise<string> {
  const wish = {
    names: ['海报'],
    target: { kind: 'home', id: '' },
    campaign: '',
    employeeId,
    storeId: null,
  } as const;
  const [code] = await createCodes(shop.ctx, '1', { ...wish, names: [...wish.names], expiresAt: null });
  await shopper.post(`/api/codes/${code!.token}/scans`);
  return code!.token;
}

/** WeChat's message desk, at which a test says what it answers; keeps what it was given, sent or not. */
export function messageDesk(shop: TestApp) {
  const desk = {
    asked: [] as MessageRequest[],
    /** What comes next; `sent` when nothing is left. */
    answers: [] as (MessageOutcome | Error)[],
  };
  const adapter = (platform: MessagePlatform) => ({
    ...shop.ctx.platforms[platform],
    async sendMessage(message: MessageRequest): Promise<MessageOutcome> {
      desk.asked.push(message);
      const answer = desk.answers.shift() ?? 'sent';
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  shop.ctx.platforms = {
    ...shop.ctx.platforms,
    weapp: adapter('weapp'),
    alipay: adapter('alipay'),
    tt: adapter('tt'),
  };
  return desk;
}

/** States of a person's grants, in the order in which they were given. */
export async function grantsOf(shop: TestApp, userId: string): Promise<string[]> {
  const rows = await shop.ctx.db.query<{ state: string }>(
    sql`select state from message_grants where user_id = ${userId} order by grant_id`,
  );
  return rows.map(({ state }) => state);
}

/** Kinds and states of what a person was to be told, in order. */
export async function messagesOf(shop: TestApp, userId: string): Promise<string[]> {
  const rows = await shop.ctx.db.query<{ kind: string; state: string }>(
    sql`select kind, state from message_log where user_id = ${userId} order by message_id`,
  );
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}
