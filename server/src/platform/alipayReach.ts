import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { download } from './alipayDownload';
import { BUSINESS, unavailable, type AlipayConfig, type Gateway } from './alipayGateway';
import type { PlatformAdapter, Verdict } from './types';

const Code = z.object({ qr_code_url: z.url({ protocol: /^https?$/ }) });
const Label = z.object({ label: z.string().optional() });
const Detected = z.object({
  suggestion: z.string().optional(),
  detect_check_labels: z.union([Label, z.array(Label)]).optional(),
  result_code: z.string().optional(),
});

const MAX_PICTURE_BYTES = 1024 * 1024;
/** Politics, pornography, what is forbidden, terror, abuse: the services of the vendor's own model. */
const PRODUCTS = 'TJ_POLITICS_MC,TJ_PORN_MC,TJ_ILLEGAL_MC,TJ_TERRORISM_MC,TJ_ABUSES_MC';
/** The vendor's documents name FORM_ID_… only; the other words are our guess at what a missing grant is called. */
const NOT_GRANTED = /FORM_?ID|SUBSCRIB|REFUSE|REJECT|NOT_?AUTH|UNAUTH/i;
const SUGGESTIONS: Record<string, Verdict['suggestion'] | undefined> = {
  pass: 'pass',
  block: 'risky',
  reject: 'risky',
  review: 'review',
};

/** Codes, template messages and moderation on Alipay. Its order centre needs no word about shipping. */
export function alipayReach(
  config: AlipayConfig,
  gateway: Gateway,
  timeoutMs: number,
): Pick<PlatformAdapter, 'makeCode' | 'sendMessage' | 'checkText' | 'checkPicture' | 'reportShipping'> {
  const usesOpenId = config.ALIPAY_IDENTITY === 'open_id';

  const check = async (contentType: 'TEXT' | 'PICTURE', openId: string | null, data: string): Promise<Verdict> => {
    const method = 'alipay.security.risk.content.sync.detect';
    const biz = {
      requestId: randomUUID().replaceAll('-', ''),
      ...(openId !== null && (usesOpenId ? { openId } : { userId: openId })),
      channel: 'tinyapp-eco-open',
      contentType,
      dataList: [data],
      products: PRODUCTS,
    };
    const answer = await gateway.call(method, { biz }, Detected);
    if (!answer.ok) throw unavailable(method, answer);
    const { suggestion = '', detect_check_labels: found = [], result_code: resultCode = '' } = answer.node;
    const labels = [found].flat().flatMap(({ label }) => label ?? []);
    return {
      suggestion: SUGGESTIONS[suggestion.toLowerCase()] ?? 'review',
      label: labels.join(' ') || suggestion || resultCode,
    };
  };

  return {
    async makeCode({ token, page }) {
      const method = 'alipay.open.app.qrcode.create';
      const biz = { urlParam: page.replace(/^\//, ''), queryParam: `k=${token}`, describe: '扫码打开' };
      const answer = await gateway.call(method, { biz }, Code);
      if (!answer.ok) throw unavailable(method, answer);
      try {
        const picture = await download(answer.node.qr_code_url, { maxBytes: MAX_PICTURE_BYTES, timeoutMs });
        if (!picture.contentType.startsWith('image/')) throw new Error(`not a picture: ${picture.contentType}`);
        return picture;
      } catch (error) {
        throw unavailable(method, error as Error);
      }
    },
    async sendMessage({ openId, templateId, page, data }) {
      const method = 'alipay.open.app.mini.templatemessage.send';
      const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]));
      const biz = {
        ...(usesOpenId ? { toOpenId: openId } : { toUserId: openId }),
        userTemplateId: templateId,
        page,
        data: JSON.stringify(values),
      };
      const answer = await gateway.call(method, { biz }, z.object({}));
      if (answer.ok) return 'sent';
      if (answer.code !== BUSINESS) throw unavailable(method, answer);
      return NOT_GRANTED.test(answer.subCode) ? 'not_granted' : 'refused';
    },
    checkText: ({ openId, text }) => check('TEXT', openId, text),
    checkPicture: ({ openId, url }) => check('PICTURE', openId, url),
    reportShipping: async () => undefined,
  };
}
