import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { openAlipay, type AlipayStandIn } from '../../server/test/support/standins/alipay';
import { openDouyin, type Douyin } from '../../server/test/support/standins/douyin';
import { openWechat, type Wechat } from '../../server/test/support/standins/wechat';
import { smallShop, type SmallShop } from './smallShop';

/** A small shop that is configured for all three super-apps, whose servers are played on this machine. */
export interface LiveShop extends SmallShop {
  wechat: Wechat;
  alipay: AlipayStandIn;
  douyin: Douyin;
  /** The newest code that was sent to each phone. */
  codes: Map<string, string>;
}

/** `env` is added to the configuration; the stand-ins come with their own. */
export async function liveShop(env: Record<string, string> = {}): Promise<LiveShop> {
  const [wechat, alipay, douyin, sms, port] = await Promise.all([
    openWechat(),
    openAlipay(),
    openDouyin(),
    openSms(),
    freePort(),
  ]);
  const shop = await smallShop({
    PLATFORM: 'live',
    // where the platforms call back
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    ...wechat.config,
    ...alipay.config,
    ...douyin.config,
    SMS_URL: sms.url,
    SMS_TOKEN: 'sms-token',
    ...env,
  });
  return {
    ...shop,
    wechat,
    alipay,
    douyin,
    codes: sms.codes,
    async close() {
      await shop.close();
      wechat.close();
      sms.server.close();
      await Promise.all([alipay.close(), douyin.close()]);
    },
  };
}

/** Whoever sends short messages: takes those that carry the token. */
async function openSms(): Promise<{ url: string; codes: Map<string, string>; server: Server }> {
  const codes = new Map<string, string>();
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { phone, code } = body as { phone: string; code: string };
      const isOurs = request.headers.authorization === 'Bearer sms-token';
      if (isOurs) codes.set(phone, code);
      response.writeHead(isOurs ? 200 : 401).end();
    });
  });
  return { url: await listen(server), codes, server };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
