import { z } from 'zod';
import { AppError } from '../errors';
import { isTrouble, succeed, type TtClient, type TtConfig } from './ttClient';
import type { MessageOutcome, PlatformAdapter, Verdict } from './types';

const QR_WIDTH = 430;
/** Subscription messages, `notify`: too many, banned. Waiting helps. */
const MESSAGE_LATER = new Set([1009, 1010]);
/** The same call: their own trouble. */
const MESSAGE_TROUBLE = 2000;

const Predicts = z.array(z.object({ model_name: z.string().default(''), hit: z.boolean() }));

/** Codes, messages and moderation (mini-program server API). Each takes its token in another place. */
export function ttReach(
  config: TtConfig,
  client: TtClient,
): Pick<PlatformAdapter, 'makeCode' | 'sendMessage' | 'checkText' | 'checkPicture' | 'reportShipping'> {
  return {
    async makeCode({ token: key, page }) {
      const answer = await client.callWith('client', '/api/apps/v1/qrcode/create/', (token) => ({
        headers: { 'access-token': token },
        body: {
          appid: config.TT_APP_ID,
          app_name: 'douyin',
          path: encodeURIComponent(`${page}?k=${key}`),
          width: QR_WIDTH,
        },
      }));
      if (answer.raw.contentType.startsWith('image/')) return pictureOf(answer.raw.bytes);
      const { data } = succeed(answer, z.object({ data: z.object({ img: z.base64().min(1) }) }));
      return pictureOf(Buffer.from(data.img, 'base64'));
    },

    async sendMessage({ openId, templateId, page, data }): Promise<MessageOutcome> {
      const answer = await client.callWith('app', '/api/apps/subscribe_notification/developer/v1/notify', (token) => ({
        // `data` goes by the Chinese names that the template's fields have in the console
        body: { access_token: token, app_id: config.TT_APP_ID, tpl_id: templateId, open_id: openId, page, data },
      }));
      if (answer.errNo === 0) return 'sent';
      if (MESSAGE_LATER.has(answer.errNo)) return 'later';
      if (isTrouble(answer) || answer.errNo === MESSAGE_TROUBLE) {
        throw new AppError('platform_unavailable', { errNo: answer.errNo });
      }
      // the code for "has not subscribed" is not published; its text is what there is
      return /订阅|subscri/i.test(answer.text) ? 'not_granted' : 'refused';
    },

    async checkText({ text }): Promise<Verdict> {
      const answer = await client.callWith('app', '/api/v2/tags/text/antidirt', (token) => ({
        headers: { 'x-token': token },
        body: { tasks: [{ content: text }] },
      }));
      const Task = z.object({ code: z.literal(0).optional(), predicts: Predicts });
      const { data } = succeed(answer, z.object({ data: z.tuple([Task]) }));
      return verdictOf(data[0].predicts);
    },

    async checkPicture({ url }): Promise<Verdict> {
      const answer = await client.callWith('client', '/api/apps/v1/censor/image/', (token) => ({
        headers: { 'access-token': token },
        body: { app_id: config.TT_APP_ID, image: url },
      }));
      const Flat = z.object({ predicts: Predicts });
      const read = succeed(answer, z.union([Flat, z.object({ data: Flat })]));
      return verdictOf('data' in read ? read.data.predicts : read.predicts);
    },

    // goods are shipped in the Douyin shop; virtual ones are not shipped
    reportShipping: async () => undefined,
  };
}

function verdictOf(predicts: z.output<typeof Predicts>): Verdict {
  const hit = predicts.find((predict) => predict.hit);
  return hit ? { suggestion: 'risky', label: hit.model_name } : { suggestion: 'pass', label: '' };
}

function pictureOf(bytes: Buffer): { contentType: string; bytes: Buffer } {
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return { contentType: isPng ? 'image/png' : 'image/jpeg', bytes };
}
