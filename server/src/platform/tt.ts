import { z } from 'zod';
import { sql, type Db } from '../db/db';
import { AppError } from '../errors';
import type { PlatformConfigs } from './config';
import { douyinShop } from './douyinShop';
import { shopTrades } from './douyinShopTrades';
import type { Outside } from './platforms';
import { succeed, ttClient } from './ttClient';
import { readTtNotice } from './ttNotice';
import { readTtPhone } from './ttPhone';
import { ttReach } from './ttReach';
import { queryTrade, queryTradeRefund, refundTrade, signOrder, type TradeSide } from './ttTrade';
import type { PlatformAdapter } from './types';

export interface TtOutside extends Outside {
  db: Db;
  /** How long Douyin may take for an answer. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 8_000;
/** `jscode2session`: the login code, or the guest's, is wrong, used or over its three minutes. */
const CODE_REFUSED = new Set([40018, 40019]);

const Session = z.object({ data: z.object({ openid: z.string().min(1), unionid: z.string().nullish() }) });

/**
 * Douyin. Physical goods (`TT_GOODS=shop`) are handed over to the bound Douyin shop, which sells, ships and refunds them;
 * virtual goods (`trade`) are paid in the app through the general trade system. See docs/platforms/tt.md.
 */
export function createTt(
  { tt: config, ttShop }: { tt: NonNullable<PlatformConfigs['tt']>; ttShop: PlatformConfigs['ttShop'] },
  { tokens, now, publicUrl, db, timeoutMs = TIMEOUT_MS }: TtOutside,
): PlatformAdapter {
  const client = ttClient(config, tokens, timeoutMs);
  const trades = ttShop && shopTrades(douyinShop(ttShop, tokens, now, timeoutMs), db, now);
  const side: TradeSide = { config, client, now, publicUrl, pictureOf: (skuId) => pictureOf(db, publicUrl, skuId) };
  const isHandedOver = async (tradeNo: string) => (await trades?.has(tradeNo)) ?? false;

  const queryPayment: PlatformAdapter['queryPayment'] = async (trade) => {
    if (trades && (await isHandedOver(trade.tradeNo))) return trades.query(trade);
    // an order that could not be handed over: Douyin's trade system would refuse the question of a shop's mini-program
    if (config.TT_GOODS === 'shop')
      return { tradeNo: trade.tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
    return queryTrade(side, trade);
  };

  return {
    async exchangeLogin({ appId, code }) {
      if (appId !== config.TT_APP_ID) throw new AppError('login_failed');
      const answer = await client.call('/api/apps/v2/jscode2session', {
        appid: config.TT_APP_ID,
        secret: config.TT_SECRET,
        code,
        anonymous_code: '',
      });
      if (CODE_REFUSED.has(answer.errNo)) throw new AppError('login_failed');
      const { data } = succeed(answer, Session);
      return { openId: data.openid, unionId: data.unionid || null };
    },
    readPhone: ({ proof }) => readTtPhone(config, client, proof),

    async createPayment(request) {
      if (config.TT_GOODS === 'trade') return signOrder(side, request);
      if (!trades) throw new AppError('platform_unavailable');
      return trades.handOver(request);
    },
    queryPayment,
    // Douyin closes a trade by itself and at no one's word: this says what is, and money that still comes goes back
    closePayment: queryPayment,
    closesByItself: true,
    async refundPayment(request) {
      if (trades && (await isHandedOver(request.tradeNo))) return trades.refund(request);
      return refundTrade(side, request);
    },
    async queryRefund(refund) {
      if (trades && (await isHandedOver(refund.tradeNo))) return trades.queryRefund(refund);
      return queryTradeRefund(side, refund);
    },
    async fetchBill() {
      // no call for a day's bill is known, for either kind of goods
      throw new AppError('unsupported');
    },

    readNotice: (notice) => readTtNotice(side, notice),
    noticeAnswer: { contentType: 'application/json', body: '{"err_no":0,"err_tips":"success"}' },
    ...ttReach(config, client),
  };
}

/** What Douyin's order list shows beside the name. */
async function pictureOf(db: Db, publicUrl: string, skuId: string): Promise<string> {
  const [row] = await db.query<{ url: string | null }>(
    sql`select coalesce(k.image_url, p.images -> 0 ->> 'url') as url
      from skus k join products p on p.product_id = k.product_id where k.sku_id = ${skuId}`,
  );
  return new URL(row?.url ?? '/assets/placeholder.jpg', `${publicUrl}/`).href;
}
