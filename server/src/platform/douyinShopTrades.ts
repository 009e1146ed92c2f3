import { createHmac } from 'node:crypto';
import { sql, type Db } from '../db/db';
import { AppError } from '../errors';
import type { DouyinShop } from './douyinShop';
import { findShopOrders, findShopRefunds, type ShopOrder } from './douyinShopOrders';
import type { PaymentRequest, RefundReport, RefundRequest, TradeRef, TradeReport } from './types';

/** Payments that are handed over to the bound Douyin shop, and what it made of them. */
export interface ShopTrades {
  /** Whether this trade was handed over; others belong to the trade system. */
  has(tradeNo: string): Promise<boolean>;
  /**
   * One line only, and its SKU must be mapped. Throws `tt_one_item`, `tt_not_mapped`, `login_failed` for a guest (the
   * order could not be found again), `payment_closed` past its time.
   */
  handOver(request: PaymentRequest): Promise<{
    kind: 'tt_shop';
    shopId: string;
    productId: string;
    skuId: string;
    quantity: number;
  }>;
  query(trade: TradeRef): Promise<TradeReport>;
  /** The shop carries refunds out; this writes down that one is due and looks whether it is done. */
  refund(request: RefundRequest): Promise<RefundReport>;
  queryRefund(refund: TradeRef & { refundNo: string }): Promise<RefundReport>;
}

/** How far the shop's clock may be behind ours. */
const SKEW_MS = 60_000;

interface TradeRow {
  buyer: string;
  shop_product_id: string;
  shop_sku_id: string;
  quantity: number;
  amount_fen: string;
  handed_at: Date;
  expires_at: Date;
  shop_order_id: string | null;
  order_fen: string | null;
  pay_fen: string | null;
}

export function shopTrades(shop: DouyinShop, db: Db, now: () => Date): ShopTrades {
  const nameless = (openId: string) =>
    createHmac('sha256', shop.config.TT_SHOP_APP_SECRET).update(openId).digest('base64url');

  const readTrade = async (tradeNo: string): Promise<TradeRow | undefined> => {
    const [row] = await db.query<TradeRow>(
      sql`select t.*, o.shop_order_id, o.order_fen, o.pay_fen from tt_shop_trades t
        left join tt_shop_orders o on o.trade_no = t.trade_no where t.trade_no = ${tradeNo}`,
    );
    return row;
  };

  /** Takes a paid order of the shop for a trade. An order that pays another trade already is passed by. */
  const claim = (tradeNo: string, orders: ShopOrder[]) =>
    db.tx(async (tx) => {
      await tx.query(sql`select 1 from tt_shop_trades where trade_no = ${tradeNo} for update`);
      const [known] = await tx.query(sql`select 1 from tt_shop_orders where trade_no = ${tradeNo}`);
      if (known) return;
      for (const order of orders) {
        const [claimed] = await tx.query(
          sql`insert into tt_shop_orders (shop_order_id, trade_no, order_fen, pay_fen, claimed_at)
            values (${order.shopOrderId}, ${tradeNo}, ${order.orderFen}, ${order.payFen}, ${now()})
            on conflict (shop_order_id) do nothing returning shop_order_id`,
        );
        if (claimed) return;
      }
    });

  const query = async ({ tradeNo }: TradeRef): Promise<TradeReport> => {
    const trade = await readTrade(tradeNo);
    const report = { tradeNo, platformTradeNo: null, paidFen: null };
    if (!trade) return { ...report, state: 'absent' };
    if (trade.shop_order_id) return paid(tradeNo, trade);
    const from = new Date(trade.handed_at.getTime() - SKEW_MS);
    const to = new Date(now().getTime() + SKEW_MS);
    const theirs = (await findShopOrders(shop, trade.shop_product_id, from, to)).filter(
      (order) =>
        order.openId !== '' &&
        nameless(order.openId) === trade.buyer &&
        order.shopSkuId === trade.shop_sku_id &&
        order.quantity === trade.quantity,
    );
    await claim(
      tradeNo,
      theirs.filter((order) => order.state === 'paid'),
    );
    const after = await readTrade(tradeNo);
    if (after?.shop_order_id) return paid(tradeNo, after);
    const canBePaid = now() < trade.expires_at || theirs.some((order) => order.state === 'unpaid');
    return { ...report, state: canBePaid ? 'open' : 'closed' };
  };

  const queryRefund = async ({ tradeNo, refundNo }: TradeRef & { refundNo: string }): Promise<RefundReport> => {
    const read = async () => {
      const [row] = await db.query<{ fen: string; after_sale_id: string | null }>(
        sql`select fen, after_sale_id from tt_shop_refunds where trade_no = ${tradeNo} and refund_no = ${refundNo}`,
      );
      return row;
    };
    const [known, trade] = [await read(), await readTrade(tradeNo)];
    if (!known || !trade?.shop_order_id) return { tradeNo, refundNo, state: 'absent', refundedFen: null };
    const fen = Number(known.fen);
    const done: RefundReport = { tradeNo, refundNo, state: 'succeeded', refundedFen: fen };
    if (known.after_sale_id) return done;
    // the whole of a trade is what was paid for it, after the discounts
    const due = fen === Number(trade.amount_fen) ? Number(trade.pay_fen) : fen;
    const candidates = (await findShopRefunds(shop, trade.shop_order_id)).filter((sale) => sale.fen === due);
    for (const { afterSaleId } of candidates) {
      await db.tx(async (tx) => {
        await tx.query(sql`select 1 from tt_shop_trades where trade_no = ${tradeNo} for update`);
        await tx.query(
          sql`update tt_shop_refunds set after_sale_id = ${afterSaleId}
            where trade_no = ${tradeNo} and refund_no = ${refundNo} and after_sale_id is null and not exists (
              select 1 from tt_shop_refunds where trade_no = ${tradeNo} and after_sale_id = ${afterSaleId})`,
        );
      });
      if ((await read())?.after_sale_id) return done;
    }
    return { tradeNo, refundNo, state: 'processing', refundedFen: null };
  };

  return {
    has: async (tradeNo) => (await readTrade(tradeNo)) !== undefined,

    async handOver({ tradeNo, openId, lines, amountFen, expiresAt }) {
      const [line] = lines;
      if (!line || lines.length > 1) throw new AppError('tt_one_item', { lines: lines.length });
      if (openId === null) throw new AppError('login_failed');
      if (expiresAt <= now()) throw new AppError('payment_closed');
      await db.query(
        sql`insert into tt_shop_trades
            (trade_no, buyer, shop_product_id, shop_sku_id, quantity, amount_fen, handed_at, expires_at)
          select ${tradeNo}, ${nameless(openId)}, shop_product_id, shop_sku_id, ${line.quantity}::int,
            ${amountFen}::bigint, ${now()}::timestamptz, ${expiresAt}::timestamptz
          from tt_shop_skus where sku_id = ${line.skuId} on conflict (trade_no) do nothing`,
      );
      const trade = await readTrade(tradeNo);
      if (!trade) throw new AppError('tt_not_mapped', { skuId: line.skuId });
      return {
        kind: 'tt_shop',
        shopId: shop.config.TT_SHOP_ID,
        productId: trade.shop_product_id,
        skuId: trade.shop_sku_id,
        quantity: trade.quantity,
      };
    },

    query,

    async refund(request) {
      const { tradeNo, refundNo, refundFen } = request;
      const { state } = await query(request);
      if (state !== 'paid') return { tradeNo, refundNo, state: 'failed', refundedFen: null };
      await db.query(
        sql`insert into tt_shop_refunds (trade_no, refund_no, fen, asked_at)
          values (${tradeNo}, ${refundNo}, ${refundFen}, ${now()}) on conflict (trade_no, refund_no) do nothing`,
      );
      return queryRefund(request);
    },

    queryRefund,
  };
}

const paid = (tradeNo: string, trade: TradeRow): TradeReport => ({
  tradeNo,
  state: 'paid',
  platformTradeNo: trade.shop_order_id,
  paidFen: Number(trade.order_fen),
});
