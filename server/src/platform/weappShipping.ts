import { z } from 'zod';
import { AppError } from '../errors';
import { chinaTime } from './wechatTime';
import type { PlatformAdapter, ShippingReport } from './types';
import type { WechatApi } from './wechatApi';
import { readAnswer, WechatRefusal } from './wechatRefusal';

const UPLOAD = '/wxa/sec/order/upload_shipping_info';
const CARRIERS = '/cgi-bin/express/delivery/open_msg/get_delivery_list';
const DAY_MS = 86_400_000;
const MOST_PARCELS = 10;

/** All is shipped already, corrected once already, or told in the same words already. */
const TOLD = new Set(['10060002', '10060003', '10060023']);

const EXPRESS = 1;
const SELF_PICKUP = 4;

const Carriers = z.object({
  delivery_list: z.array(z.object({ delivery_id: z.string().min(1), delivery_name: z.string().min(1) })),
});
type Carrier = z.output<typeof Carriers>['delivery_list'][number];

/**
 * Shipping upload (发货信息管理), without which WeChat holds the money of goods, or blocks payment. A payment that is
 * seconds old is unknown there (10060001): that refusal is `platform_unavailable`, so that the job comes again.
 */
export function weappShipping(
  api: WechatApi,
  { mchid, now }: { mchid: string | null; now(): Date },
): Pick<PlatformAdapter, 'reportShipping'> {
  let known: { carriers: Carrier[]; until: number } | null = null;

  const listCarriers = async (): Promise<Carrier[]> => {
    if (!known || known.until <= now().getTime()) {
      const { delivery_list: carriers } = readAnswer(Carriers, await api.post(CARRIERS, {}), CARRIERS);
      known = { carriers, until: now().getTime() + DAY_MS };
    }
    return known.carriers;
  };

  const describe = async ({ parcels, itemText, maskedPhone, fulfilment }: ShippingReport) => {
    const item_desc = itemText.slice(0, 120);
    if (fulfilment === 'pickup') return [{ item_desc }];
    const carriers = await listCarriers();
    // WeChat takes no more, and refuses the whole report for one too many
    return parcels.slice(0, MOST_PARCELS).map(({ carrier, trackingNo }) => {
      const express_company = carrierId(carriers, carrier);
      const contact = express_company === 'SF' && { contact: { receiver_contact: maskedPhone } };
      return { tracking_no: trackingNo, express_company, item_desc, ...contact };
    });
  };

  return {
    async reportShipping(report) {
      const isSplit = report.fulfilment === 'delivery' && report.parcels.length > 1;
      const body = {
        order_key: orderKey(report, mchid),
        logistics_type: report.fulfilment === 'pickup' ? SELF_PICKUP : EXPRESS,
        delivery_mode: isSplit ? 2 : 1,
        ...(isSplit && { is_all_delivered: true }),
        shipping_list: await describe(report),
        upload_time: chinaTime(report.shippedAt, 'ms'),
        payer: { openid: report.openId },
      };
      await api.post(UPLOAD, body).catch((error: unknown) => {
        if (!(error instanceof WechatRefusal && TOLD.has(error.reason))) throw error;
      });
    },
  };
}

function orderKey({ platformTradeNo, tradeNo }: ShippingReport, mchid: string | null): object {
  if (platformTradeNo) return { order_number_type: 2, transaction_id: platformTradeNo };
  return { order_number_type: 1, mchid, out_trade_no: tradeNo };
}

/**
 * WeChat's id of the carrier that staff wrote down: by id, by name, or by brand (顺丰 and 顺丰快递 are 顺丰速运).
 * Throws `unsupported` for a carrier that WeChat does not know.
 */
function carrierId(carriers: readonly Carrier[], written: string): string {
  const text = written.trim();
  const found =
    carriers.find(({ delivery_id: id, delivery_name: name }) => name === text || id === text.toUpperCase()) ??
    carriers.find(({ delivery_name: name }) => brand(name) === brand(text));
  if (!found) throw new AppError('unsupported', { carrier: text });
  return found.delivery_id;
}

const brand = (name: string) => name.replace(/(快递|速递|速运|快运|物流)$/, '');
