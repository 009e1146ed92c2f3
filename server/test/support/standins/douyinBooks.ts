import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** What the Douyin stand-in knows: written from Douyin's documents, shared with no adapter. */
export interface DouyinBooks {
  appId: string;
  secret: string;
  shopId: string;
  shopKey: string;
  shopSecret: string;
  /** The app's public key, as uploaded to the console, and Douyin's own pair for this app. */
  appKey: KeyObject;
  platformKey: KeyObject;
  now(): Date;
  /** Tokens that are good, by family. */
  tokens: Map<string, 'client' | 'app' | 'shop'>;
  /** How many were asked for. */
  tokenRequests: Record<'client' | 'app' | 'shop', number>;
  logins: Map<string, { openId: string; unionId: string }>;
  phones: Map<string, { number: string; appId: string; countryCode: string; isGarbled: boolean }>;
  orders: Map<string, TradeOrder>;
  refunds: Map<string, TradeRefund>;
  shopOrders: Map<string, ShopOrder>;
  afterSales: AfterSale[];
  /** Grants to send one message each, `openId template`. */
  grants: string[];
  messages: { openId: string; templateId: string; page: string; data: Record<string, string> }[];
  codes: { path: string }[];
  /** `at_once`: a refund is done when it is asked for. `slow`: when `finishRefund` says so. */
  refundPace: 'at_once' | 'slow';
  /** Refunds wait for the merchant's consent. */
  mustConsent: boolean;
  /** Codes come as bytes, pictures' verdicts nested: both have been seen. */
  isOtherShape: boolean;
  nextId(): string;
}

export interface TradeOrder {
  tradeNo: string;
  orderId: string;
  itemId: string;
  fen: number;
  data: string;
  state: 'PROCESS' | 'SUCCESS' | 'FAIL' | 'TIMEOUT';
}

export interface TradeRefund {
  refundNo: string;
  refundId: string;
  tradeNo: string;
  orderId: string;
  fen: number;
  state: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  audit: 'INIT' | 'TOAUDIT' | 'AGREE';
  cpExtra: string;
  /** 1: the payer began it in Douyin. 2: the merchant did. */
  source: 1 | 2;
}

export interface ShopOrder {
  shopOrderId: string;
  openId: string;
  productId: string;
  skuId: string;
  quantity: number;
  orderFen: number;
  payFen: number;
  createdAt: Date;
  paidAt: Date | null;
  isCancelled: boolean;
  /** Another line that the buyer put into the same order. */
  extraSkuId: string | null;
}

export interface AfterSale {
  afterSaleId: string;
  shopOrderId: string;
  fen: number;
  isDone: boolean;
}

const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ format: 'pem', type } as never).toString();

/** New keys and empty books, and the environment that makes a server talk to `url`. */
export function openBooks(url: string): { books: DouyinBooks; config: Record<string, string> } {
  const app = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const platform = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let last = 7_000_000_000_000_000_000n;
  const books: DouyinBooks = {
    appId: 'tt0123456789abcdef',
    secret: 'c2f1e0d9b8a7968574635241302f1e0d',
    shopId: '463284',
    shopKey: '7300000000000000001',
    shopSecret: '5b1e4c0a-77d2-4f0e-9d57-6f2b8f0a9c31',
    appKey: app.publicKey,
    platformKey: platform.privateKey,
    now: () => new Date(),
    tokens: new Map(),
    tokenRequests: { client: 0, app: 0, shop: 0 },
    logins: new Map(),
    phones: new Map(),
    orders: new Map(),
    refunds: new Map(),
    shopOrders: new Map(),
    afterSales: [],
    grants: [],
    messages: [],
    codes: [],
    refundPace: 'at_once',
    mustConsent: false,
    isOtherShape: false,
    nextId: () => String((last += 1_000_003n)),
  };
  const config = {
    TT_APP_ID: books.appId,
    TT_SECRET: books.secret,
    TT_PRIVATE_KEY: pem(app.privateKey, 'pkcs8'),
    TT_PLATFORM_PUBLIC_KEY: pem(platform.publicKey, 'spki'),
    TT_OPEN_HOST: url,
    TT_HOST: url,
    TT_GOODS_TYPE: '401',
    TT_TAG_GROUP: 'tag_group_7272625659888041996',
    TT_SHOP_ID: books.shopId,
    TT_SHOP_APP_KEY: books.shopKey,
    TT_SHOP_APP_SECRET: books.shopSecret,
    TT_SHOP_HOST: url,
  };
  return { books, config };
}
