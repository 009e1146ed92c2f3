import { generateKeyPair, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { billArchive, rowsOf, type BillRow } from './alipayBillFile';
import { AlipayBooks, type Refund, type Trade } from './alipayBooks';
import { personIds, sealPhone } from './alipayCrypto';
import { answerCall, type Fault } from './alipayGate';
import type { AlipayWorld } from './alipayMethods';
import { gatewayMessage, tradeNotice, type NoticeRequest, type NoticeTwist } from './alipayNotice';

const makePair = promisify(generateKeyPair);
/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export type AlipayStandIn = Awaited<ReturnType<typeof openAlipay>>;

/**
 * Alipay, as far as a shop meets it, over real HTTP: it verifies our signatures and signs its answers, keeps books by
 * the rules of its documents, pays as a payer would, sends callbacks, and misbehaves on command.
 *
 * `config` holds the variables for `readPlatformConfigs`. A login code is `<person>` or `<person>.<n>`, good once;
 * `expired…` never is.
 */
export async function openAlipay({ identity = 'open_id' }: { identity?: 'open_id' | 'user_id' } = {}) {
  const [app, alipay] = await Promise.all([
    makePair('rsa', { modulusLength: 2048 }),
    makePair('rsa', { modulusLength: 2048 }),
  ]);
  const appId = '2021004100000001';
  const sellerId = '2088000000000001';
  const aesKey = randomBytes(16).toString('base64');
  let shift = 0;
  const now = () => Date.now() + shift;
  const books = new AlipayBooks(appId, identity === 'open_id' ? 'buyer_open_id' : 'buyer_id', now);
  const faults: { fault: Fault; method: string | null }[] = [];
  const calls: { method: string; top: Record<string, string>; biz: Record<string, unknown> }[] = [];
  const world: AlipayWorld = { books, identity, origin: '', now, usedCodes: new Set(), grants: new Map() };
  let editRows = (rows: BillRow[]) => rows;
  let picture: { contentType: string; bytes: Buffer } = { contentType: 'image/png', bytes: PNG };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', world.origin);
    if (url.pathname.startsWith('/qr/')) {
      return response.writeHead(200, { 'content-type': picture.contentType }).end(picture.bytes);
    }
    if (url.pathname.startsWith('/bill/')) {
      const day = url.pathname.slice('/bill/'.length);
      return response
        .writeHead(200, { 'content-type': 'application/octet-stream' })
        .end(billArchive(day, editRows(rowsOf(books, day))));
    }
    return answerCall(
      { world, appId, appKey: app.publicKey, alipayKey: alipay.privateKey, faults, calls },
      request,
      response,
    );
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sender = () => ({ privateKey: alipay.privateKey, appId, sellerId, now: now() });
  const notice = (tradeNo: string, twist: NoticeTwist = {}): NoticeRequest =>
    tradeNotice(books, sender(), tradeNo, twist);

  return {
    url: `${world.origin}/gateway.do`,
    appId,
    sellerId,
    config: {
      ALIPAY_APP_ID: appId,
      // bare base64, as Alipay's key tool gives it
      ALIPAY_PRIVATE_KEY: app.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      ALIPAY_PUBLIC_KEY: alipay.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      ALIPAY_AES_KEY: aesKey,
      ALIPAY_SELLER_ID: sellerId,
      ALIPAY_IDENTITY: identity,
      ALIPAY_GATEWAY: `${world.origin}/gateway.do`,
    },
    /** The ids of the person behind a login code. */
    person: personIds,
    /** What the phone button gives for this number, or for any other content. */
    phone: (content: string | object) =>
      sealPhone(
        { aesKey, privateKey: alipay.privateKey },
        typeof content === 'string' ? { code: '10000', msg: 'Success', mobile: content } : content,
      ),
    /** The payer pays, by either number. Throws when Alipay would not take the money; `isLate` takes it all the same. */
    pay: (tradeNo: string, { isLate = false } = {}) => books.pay(tradeNo, isLate),
    /** After three months: no refunds any more. */
    finish(tradeNo: string) {
      books.find(tradeNo)!.status = 'TRADE_FINISHED';
    },
    /** From now on refunds are accepted only; `settleRefunds` gives the money back. */
    holdRefunds() {
      books.refundsWait = true;
    },
    settleRefunds() {
      books.refundsWait = false;
      for (const refund of books.refunds) refund.isDone = true;
    },
    /** Amounts in fen, as `cents`. */
    books: (): { trades: Trade[]; refunds: Refund[] } => ({
      trades: [...books.trades.values()],
      refunds: books.refunds,
    }),
    /** Every call that arrived with a good signature, oldest first. */
    calls,
    /** The callback as a request, for `app.inject`. */
    notice,
    /** A message of the application gateway. */
    message: (msgMethod: string, content: object) => gatewayMessage(sender(), msgMethod, content),
    /** Posts the callback to the `notify_url` of the trade; answers what it heard. */
    async notify(tradeNo: string, twist: NoticeTwist = {}): Promise<{ status: number; body: string }> {
      const { headers, payload } = notice(tradeNo, twist);
      const heard = await fetch(books.find(tradeNo)!.notifyUrl, { method: 'POST', headers, body: payload });
      return { status: heard.status, body: await heard.text() };
    },
    /** The next call (of `method`) goes wrong in this way; several add up. */
    misbehave: (fault: Fault, method: string | null = null) => void faults.push({ fault, method }),
    /** So many template messages of this kind may go to the person. */
    grant: (person: string, templateId: string, count = 1) => void world.grants.set(`${person}|${templateId}`, count),
    /** What the address of a code gives from now on. */
    showPicture: (contentType: string, bytes: Buffer) => void (picture = { contentType, bytes }),
    /** Changes the rows of the bills. */
    editBill: (edit: (rows: BillRow[]) => BillRow[]) => void (editRows = edit),
    /** Moves Alipay's clock: open trades run out, and a day's bill appears on the next. */
    advance: (ms: number) => void (shift += ms),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
