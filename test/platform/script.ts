import type { AddressInput, NativePayIntent, Platform } from '@/platform/types';

/** What happens on the phone, in words that mean the same on every platform. */
export interface Script {
  login?: 'ok' | 'guest' | 'failed';
  pay?: 'paid' | 'cancelled' | 'unknown' | 'failed' | 'processing' | 'no network' | 'no word';
  address?: 'chosen' | 'cancelled' | 'denied' | 'not granted' | 'incomplete';
  request?: 'ok' | 'not found' | 'offline' | 'late';
  question?: 'yes' | 'no' | 'broken';
  location?: 'found' | 'cancelled' | 'denied' | 'switched off' | 'not granted' | 'nowhere' | 'failed';
  /** The person said yes to the location before. */
  mayLocate?: boolean;
  clipboard?: 'ok' | 'denied';
  /** Douyin's own login, asked for by a tap. */
  tap?: 'ok' | 'cancelled' | 'failed';
  shop?: 'opened' | 'closed' | 'not granted' | 'old host' | 'guest' | 'not bound' | 'unknown' | 'no plugin';
  scan?: 'read' | 'cancelled' | 'denied' | 'failed';
  album?: 'saved' | 'cancelled' | 'denied' | 'failed';
  download?: 'ok' | 'not found';
  pictures?: 'chosen' | 'cancelled' | 'denied' | 'failed';
  messages?: 'accepted' | 'some' | 'refused' | 'banned' | 'switched off' | 'failed';
  otherApp?: 'opened' | 'cancelled' | 'failed';
  broadcast?: 'live' | 'preparing' | 'ended' | 'none' | 'not bound';
  notice?: 'open' | 'used';
  /** The person has not agreed to the privacy statement yet. */
  privacy?: 'needed';
  /** The base library's version. */
  version?: string;
  network?: 'on' | 'off';
  storage?: 'ok' | 'full';
  /** Native names that this version does not have. */
  absent?: string[];
}

export interface Phone {
  platform: Platform;
  /** Native calls in order, each with its options. */
  calls: { name: string; options: Record<string, unknown> }[];
  /** Makes the host report a change. */
  emit(event: 'network' | 'visible', state: boolean): void;
  /** The host has fetched a new version; answers whether it is in use. */
  fetchUpdate(): () => boolean;
}

export const chosen: AddressInput = {
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

export const here = { lat: 30.25, lng: 120.15 };

export const intents: Record<'weapp' | 'alipay' | 'tt' | 'h5', NativePayIntent> = {
  weapp: { kind: 'weapp', timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' },
  alipay: { kind: 'alipay', tradeNO: '2026' },
  tt: { kind: 'tt', data: '{"skuList":[]}', byteAuthorization: 'SHA256-RSA2048 a=b' },
  h5: { kind: 'h5', url: 'https://cashier.invalid/pay?id=1' },
};

export const ANSWER_TEXT = '{"name":"集市"}';
export const NOT_FOUND_TEXT = '{"error":{"code":"not_found"}}';

/** Templates of messages: more than any host asks about at once. */
export const TEMPLATES = ['t1', 't2', 't3', 't4', 't5', 't6'];
