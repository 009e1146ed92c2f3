import { AppError } from '../errors';
import type { MessageOutcome, PlatformAdapter } from './types';
import type { WechatApi } from './wechatApi';
import { WechatRefusal } from './wechatRefusal';

const CODE = '/wxa/getwxacodeunlimit';
const SEND = '/cgi-bin/message/subscribe/send';

export type WeappVersion = 'release' | 'trial' | 'develop';

const STATE: Record<WeappVersion, string> = { release: 'formal', trial: 'trial', develop: 'developer' };

/** What subscribeMessage.send refuses for good, and what it means to the sender. */
const OUTCOMES: Record<string, MessageOutcome> = {
  43101: 'not_granted',
  40003: 'refused',
  40037: 'refused',
  41030: 'refused',
  47003: 'refused',
};

/** Longest value of a template's field, by the kind in its name; WeChat refuses the whole message for one too long. */
const LONGEST: Record<string, number> = { thing: 20, phrase: 5, name: 10, character_string: 32, number: 32 };

/** Codes and subscription messages: WeChat open API, getUnlimitedQRCode and subscribeMessage.send. */
export function weappReach(api: WechatApi, version: WeappVersion): Pick<PlatformAdapter, 'makeCode' | 'sendMessage'> {
  return {
    async makeCode({ token, page }) {
      // the scene is the token alone: it must be short, and `%` is not allowed in it
      if (!/^[\w-]{1,32}$/.test(token)) throw new AppError('unsupported');
      return api.postForPicture(CODE, {
        scene: token,
        page,
        // a page can be looked for in the released version only
        check_path: version === 'release',
        env_version: version,
        width: 430,
      });
    },
    async sendMessage({ openId, templateId, page, data }) {
      try {
        await api.post(SEND, {
          touser: openId,
          template_id: templateId,
          page,
          data: Object.fromEntries(Object.entries(data).map(([field, text]) => [field, { value: fit(field, text) }])),
          miniprogram_state: STATE[version],
          lang: 'zh_CN',
        });
        return 'sent';
      } catch (error) {
        if (!(error instanceof WechatRefusal)) throw error;
        // before the call there is the one for the token
        if (error.call !== SEND) return 'later';
        const outcome = OUTCOMES[error.reason];
        if (outcome) return outcome;
        // -1 is WeChat's "busy", which may be said too late; any other code is a no
        if (/^\d+$/.test(error.reason)) return 'later';
        throw error;
      }
    },
  };
}

/** An empty value is refused too. */
function fit(field: string, text: string): string {
  const longest = LONGEST[field.replace(/\d+$/, '')] ?? Infinity;
  const letters = [...text];
  if (letters.length === 0) return '-';
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
