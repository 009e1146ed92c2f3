import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openBooks, type AfterSale, type DouyinBooks, type ShopOrder, type TradeOrder } from './douyinBooks';
import { signNotice, type NoticeKind, type NoticeLie, type SignedNotice } from './douyinNotices';
import { openRoutes, type StandInAnswer } from './douyinOpen';
import { shopRoutes } from './douyinShopDesk';
import { requestOrder, tradeRoutes } from './douyinTrade';

/**
 * Douyin's servers, played for tests: its open platform, its trade system and the open platform of Douyin shops. What it
 * checks and answers is written from Douyin's documents with `node:crypto` alone; it shares no code with the adapter.
 */
export interface Douyin {
  url: string;
  /** Environment variables that make a server talk to this one, with keys made for it. `TT_GOODS` is not among them. */
  config: Record<string, string>;
  /** A login code of a person, good once. */
  login(openId: string, unionId?: string): string;
  /** A phone button's code, good once; the lie makes Douyin's message wrong. */
  phone(number: string, lie?: { appId?: string; countryCode?: string; isGarbled?: boolean }): string;
  /** The phone's `tt.requestOrder`. Throws with Douyin's number in the message. */
  acceptOrder(intent: { data: string; byteAuthorization: string }): TradeOrder;
  /** The payer pays; a trade that timed out only when `isLate`. */
  pay(tradeNo: string, how?: { isLate?: boolean }): void;
  /** Nobody paid in time. */
  expire(tradeNo: string): void;
  finishRefund(refundNo: string, how?: 'SUCCESS' | 'FAIL'): void;
  /** The payer asks for their money in Douyin. Answers Douyin's number of the refund, which waits for consent. */
  askRefund(tradeNo: string, fen: number): string;
  /** The payer's order in the Douyin shop, not paid yet, for a hand-over. Answers its number. */
  shopOrder(
    handed: { productId: string; skuId: string; quantity: number },
    openId: string,
    more?: Partial<ShopOrder>,
  ): string;
  payShopOrder(shopOrderId: string): void;
  cancelShopOrder(shopOrderId: string): void;
  /** The merchant gives money back in the shop. Answers the after-sale's number. */
  refundShopOrder(shopOrderId: string, fen: number, how?: { isDone?: boolean }): string;
  /** Lets one message be sent. */
  grant(openId: string, templateId: string): void;
  books(): DouyinBooks;
  /** From now on every token is refused. */
  expireTokens(): void;
  /** A signed callback, for whoever delivers it. */
  notify(kind: NoticeKind, id: string, lie?: NoticeLie): SignedNotice;
  /** Posts a callback to a server's `/notify/tt`. */
  deliver(serverUrl: string, notice: SignedNotice): Promise<{ status: number; body: string }>;
  /** So many of the next requests are answered with 503, done but not answered, or never answered. */
  faults: { down: number; lost: number; hanging: number };
  /** The next request whose path contains this is done but not answered. */
  loseAnswer(path: string): void;
  /** Paths of the requests so far. */
  requests: string[];
  close(): Promise<void>;
}

const routes = { ...openRoutes, ...tradeRoutes, ...shopRoutes };

export async function openDouyin(): Promise<Douyin> {
  const server = http.createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { books, config } = openBooks(url);
  const faults = { down: 0, lost: 0, hanging: 0 };
  const requests: string[] = [];
  let losing: string | null = null;

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const raw = await text(request);
    const { pathname: path, searchParams: query } = new URL(request.url!, url);
    requests.push(path);
    if (faults.hanging > 0) return void (faults.hanging -= 1);
    if (faults.down > 0) {
      faults.down -= 1;
      return void response.writeHead(503).end('<html>busy</html>');
    }
    const route = routes[path];
    if (!route) return void response.writeHead(404).end();
    const header = (name: string) => String(request.headers[name] ?? '');
    const answer = route(books, { path, query, header, raw, json: JSON.parse(raw) as Record<string, unknown> });
    const isLost = faults.lost > 0 || (losing !== null && path.includes(losing));
    if (isLost) {
      faults.lost = Math.max(0, faults.lost - 1);
      losing = null;
      return void request.socket.destroy();
    }
    send(response, answer);
  }

  const order = (tradeNo: string) => books.orders.get(tradeNo)!;
  return {
    url,
    config,
    faults,
    requests,
    books: () => books,
    login(openId, unionId = '') {
      const code = `code-${books.nextId()}`;
      books.logins.set(code, { openId, unionId });
      return code;
    },
    phone(number, { appId = books.appId, countryCode = '86', isGarbled = false } = {}) {
      const code = `phone-${books.nextId()}`;
      books.phones.set(code, { number, appId, countryCode, isGarbled });
      return code;
    },
    acceptOrder: (intent) => requestOrder(books, intent),
    pay(tradeNo, { isLate = false } = {}) {
      const { state } = order(tradeNo);
      if (state !== 'PROCESS' && !(isLate && state === 'TIMEOUT')) throw new Error(`cannot pay: ${state}`);
      order(tradeNo).state = 'SUCCESS';
    },
    expire(tradeNo) {
      if (order(tradeNo).state === 'PROCESS') order(tradeNo).state = 'TIMEOUT';
    },
    finishRefund(refundNo, how = 'SUCCESS') {
      books.refunds.get(refundNo)!.state = how;
    },
    askRefund(tradeNo, fen) {
      const refundId = books.nextId();
      const { orderId } = order(tradeNo);
      const more = { state: 'PROCESSING', audit: 'TOAUDIT', cpExtra: '', source: 1 } as const;
      books.refunds.set(refundId, { refundNo: refundId, refundId, tradeNo, orderId, fen, ...more });
      return refundId;
    },
    shopOrder({ productId, skuId, quantity }, openId, more = {}) {
      const shopOrderId = books.nextId();
      const orderFen = more.orderFen ?? 0;
      books.shopOrders.set(shopOrderId, {
        shopOrderId,
        openId,
        productId,
        skuId,
        quantity,
        orderFen,
        payFen: orderFen,
        createdAt: books.now(),
        paidAt: null,
        isCancelled: false,
        extraSkuId: null,
        ...more,
      });
      return shopOrderId;
    },
    payShopOrder(shopOrderId) {
      books.shopOrders.get(shopOrderId)!.paidAt = books.now();
    },
    cancelShopOrder(shopOrderId) {
      books.shopOrders.get(shopOrderId)!.isCancelled = true;
    },
    refundShopOrder(shopOrderId, fen, { isDone = true } = {}) {
      const sale: AfterSale = { afterSaleId: books.nextId(), shopOrderId, fen, isDone };
      books.afterSales.push(sale);
      return sale.afterSaleId;
    },
    grant: (openId, templateId) => void books.grants.push(`${openId} ${templateId}`),
    expireTokens: () => books.tokens.clear(),
    loseAnswer: (path) => void (losing = path),
    notify: (kind, id, lie) => signNotice(books, kind, id, lie),
    async deliver(serverUrl, { headers, body }) {
      const answer = await fetch(`${serverUrl}/notify/tt`, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.text() };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: http.ServerResponse, answer: StandInAnswer): void {
  if ('bytes' in answer) {
    response.writeHead(200, { 'content-type': answer.contentType }).end(answer.bytes);
    return;
  }
  const body = 'text' in answer ? answer.text : JSON.stringify(answer.json);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}
