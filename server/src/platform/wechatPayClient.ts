import { Wechatpay } from 'wechatpay-axios-plugin';
import { z } from 'zod';
import type { PlatformConfigs } from './config';
import { WechatRefusal } from './wechatRefusal';

export type WxpayConfig = NonNullable<PlatformConfigs['wxpay']>;

/** WeChat Pay API v3: requests are signed, answers verified. Each call throws `WechatRefusal` with WeChat's code. */
export interface WechatPayClient {
  get(path: string, params?: Record<string, string>): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** The bytes of a file, whose answer nobody signs. */
  download(path: string, params: Record<string, string>): Promise<Buffer>;
}

/** What the plugin throws: no `response` when nobody answered, a code of its own when an answer is not WeChat's. */
const Failure = z.object({
  code: z.string().optional(),
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
});
const Refused = z.object({ code: z.string() });

export function wechatPayClient(config: WxpayConfig, timeoutMs: number): WechatPayClient {
  const { client } = new Wechatpay({
    mchid: config.WXPAY_MCHID,
    serial: config.WXPAY_SERIAL,
    privateKey: config.WXPAY_PRIVATE_KEY.export({ type: 'pkcs8', format: 'pem' }),
    certs: { [config.WXPAY_PUBLIC_KEY_ID]: config.WXPAY_PUBLIC_KEY },
  });
  const shared = { baseURL: config.WXPAY_HOST, proxy: false, maxRedirects: 0 } as const;

  type Request = Parameters<typeof client.v3.request>[0] & { url: string };
  const send = async (request: Request): Promise<unknown> => {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await client.v3.request<unknown>({ ...shared, ...request, signal }).catch((error: unknown) => {
      throw refusal(request.url, error);
    });
    return answer.data;
  };

  return {
    get: (url, params) => send({ method: 'get', url, params }),
    post: (url, data) => send({ method: 'post', url, data }),
    download: async (url, params) => {
      const bytes = await send({ method: 'get', url, params, responseType: 'arraybuffer' });
      return Buffer.from(bytes as ArrayBuffer);
    },
  };
}

/** Of the plugin's error only the words: the rest holds the request, with our signature and key. */
function refusal(path: string, error: unknown): WechatRefusal {
  const { code, response } = Failure.safeParse(error).data ?? {};
  const refused = Refused.safeParse(response?.data);
  const isRefused = response && response.status >= 400 && refused.success;
  return new WechatRefusal(
    path,
    isRefused ? refused.data.code : `unanswered: ${code ?? response?.status ?? 'unknown'}`,
  );
}
