import { z } from 'zod';
import type { PlatformAdapter } from './types';
import type { WechatApi } from './wechatApi';
import { readAnswer, WechatRefusal } from './wechatRefusal';

const CHECK_TEXT = '/wxa/msg_sec_check';
const CHECK_MEDIA = '/wxa/media_check_async';
/** Comments. */
const SCENE = 2;
const PIECE = 2_500;
const PICTURE = 2;
/** The open id is wrong, or its person has not been here for two hours: nobody can be asked, so a person decides. */
const UNASKABLE = new Set(['40003', '43104', '61010']);

const SUGGESTION = z.enum(['pass', 'review', 'risky']);
export const MediaResult = z.object({ suggest: SUGGESTION, label: z.coerce.string() });
const Checked = z.object({ result: MediaResult });
const Traced = z.object({ trace_id: z.string().min(1) });

const LABELS: Record<string, string> = {
  100: '正常',
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};
export const labelText = (label: string) => LABELS[label] ?? label;

const UNCHECKED = { suggestion: 'review', label: '微信无法检查' } as const;
const WORST = ['pass', 'review', 'risky'] as const;

/** What people write and show: WeChat open API, msgSecCheck and mediaCheckAsync, version 2 of both. */
export function weappModeration(api: WechatApi): Pick<PlatformAdapter, 'checkText' | 'checkPicture'> {
  const unlessUnaskable = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => {
      if (error instanceof WechatRefusal && UNASKABLE.has(error.reason)) return UNCHECKED;
      throw error;
    });

  const checkPiece = async (openId: string, content: string) => {
    const answer = await api.post(CHECK_TEXT, { version: 2, scene: SCENE, openid: openId, content });
    const { suggest, label } = readAnswer(Checked, answer, CHECK_TEXT).result;
    return { suggestion: suggest, label: labelText(label) };
  };

  return {
    async checkText({ openId, text }) {
      if (!openId) return UNCHECKED;
      const letters = [...text];
      let worst: Awaited<ReturnType<typeof checkPiece>> = { suggestion: 'pass', label: labelText('100') };
      for (let from = 0; from < letters.length; from += PIECE) {
        const piece = letters.slice(from, from + PIECE).join('');
        const verdict = await unlessUnaskable(checkPiece(openId, piece));
        if (WORST.indexOf(verdict.suggestion) > WORST.indexOf(worst.suggestion)) worst = verdict;
      }
      return worst;
    },
    async checkPicture({ openId, url }) {
      if (!openId) return UNCHECKED;
      const ask = async () => {
        const body = { media_url: url, media_type: PICTURE, version: 2, scene: SCENE, openid: openId };
        const { trace_id } = readAnswer(Traced, await api.post(CHECK_MEDIA, body), CHECK_MEDIA);
        return { suggestion: 'pending' as const, traceId: trace_id };
      };
      return unlessUnaskable(ask());
    },
  };
}
