import { constants, publicEncrypt } from 'node:crypto';
import type { DouyinBooks } from './douyinBooks';

export interface StandInRequest {
  path: string;
  query: URLSearchParams;
  header(name: string): string;
  raw: string;
  json: Record<string, unknown>;
}

export type StandInAnswer = { json: unknown } | { text: string } | { bytes: Buffer; contentType: string };
export type Route = (books: DouyinBooks, request: StandInRequest) => StandInAnswer;

/** A new token of a family; the ones before stay good until `expireTokens`. */
export function issueToken(books: DouyinBooks, family: 'client' | 'app' | 'shop'): string {
  const token = `${family === 'client' ? 'clt' : family}.${books.nextId()}`;
  books.tokens.set(token, family);
  books.tokenRequests[family] += 1;
  return token;
}

/** The open platform spells its text `err_msg`. */
export const openError = (errNo: number, text: string): StandInAnswer => ({
  json: { err_no: errNo, err_msg: text, log_id: 'log' },
});
/** developer.toutiao.com spells it `err_tips`. */
const oldError = (errNo: number, text: string): StandInAnswer => ({
  json: { err_no: errNo, err_tips: text, log_id: 'log' },
});

/** Refuses what does not carry a good token of the family where this call wants it. */
export function guarded(route: Route): Route {
  return (books, request) => {
    const token = request.header('access-token');
    if (token === '') return openError(28001003, 'access_token invalid');
    if (books.tokens.get(token) !== 'client') return openError(28001008, 'access_token expired');
    return route(books, request);
  };
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BAD_WORDS = /赌博|代开发票/;

export const openRoutes: Record<string, Route> = {
  '/api/apps/v2/jscode2session': (books, { json }) => {
    if (json.appid !== books.appId) return oldError(40015, 'bad appid');
    if (json.secret !== books.secret) return oldError(40017, 'bad secret');
    const person = books.logins.get(String(json.code));
    if (!person) return oldError(40018, 'bad code');
    books.logins.delete(String(json.code));
    const data = {
      session_key: 'c2Vzc2lvbg==',
      openid: person.openId,
      anonymous_openid: '',
      unionid: person.unionId,
    };
    return { json: { err_no: 0, err_tips: 'success', data } };
  },

  '/oauth/client_token/': (books, { json }) => {
    const isOurs = json.client_key === books.appId && json.client_secret === books.secret;
    if (!isOurs || json.grant_type !== 'client_credential') {
      return {
        json: { data: { error_code: 10013, description: 'client_key or client_secret wrong' }, message: 'error' },
      };
    }
    const data = { access_token: issueToken(books, 'client'), expires_in: 7200, error_code: 0, description: '' };
    return { json: { data, message: 'success' } };
  },

  '/api/apps/v2/token': (books, { json }) => {
    const isOurs = json.appid === books.appId && json.secret === books.secret;
    if (!isOurs || json.grant_type !== 'client_credential') return oldError(40017, 'bad secret');
    const data = { access_token: issueToken(books, 'app'), expires_in: 7200 };
    return { json: { err_no: 0, err_tips: 'success', data } };
  },

  '/api/apps/v1/get_phonenumber_info/': guarded((books, { json }) => {
    const phone = books.phones.get(String(json.code));
    if (!phone) return openError(28005187, 'code expired');
    books.phones.delete(String(json.code));
    const plain = JSON.stringify({
      phoneNumber: `+${phone.countryCode}${phone.number}`,
      purePhoneNumber: phone.number,
      countryCode: phone.countryCode,
      watermark: { appid: phone.appId, timestamp: Math.floor(books.now().getTime() / 1000) },
    });
    const sealed = publicEncrypt({ key: books.appKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(plain));
    if (phone.isGarbled) sealed[100]! ^= 1;
    return { json: { err_no: 0, err_tips: 'success', log_id: 'log', data: sealed.toString('base64') } };
  }),

  '/api/apps/v1/qrcode/create/': guarded((books, { json }) => {
    if (json.appid !== books.appId) return openError(28005006, 'bad app');
    const width = Number(json.width);
    if (!(width >= 280 && width <= 1280)) return openError(28005005, 'bad width');
    books.codes.push({ path: decodeURIComponent(String(json.path)) });
    if (books.isOtherShape) return { bytes: PIXEL, contentType: 'image/png' };
    return { json: { err_no: 0, err_msg: 'success', log_id: 'log', data: { img: PIXEL.toString('base64') } } };
  }),

  '/api/apps/subscribe_notification/developer/v1/notify': (books, { json }) => {
    if (books.tokens.get(String(json.access_token)) !== 'app') return oldError(40002, 'bad access_token');
    const data = json.data as Record<string, string> | undefined;
    const isWhole = json.app_id === books.appId && data && Object.values(data).every((value) => value !== '');
    if (!isWhole || Object.keys(data).some((name) => /^[a-z]/.test(name))) return oldError(1001, '参数内容有误');
    const [openId, templateId] = [String(json.open_id), String(json.tpl_id)];
    const grant = books.grants.indexOf(`${openId} ${templateId}`);
    // the documents do not give this one's number
    if (grant < 0) return oldError(1099, '用户未订阅该消息');
    books.grants.splice(grant, 1);
    books.messages.push({ openId, templateId, page: String(json.page), data });
    return oldError(0, 'success');
  },

  '/api/v2/tags/text/antidirt': (books, { header, json }) => {
    if (books.tokens.get(header('x-token')) !== 'app') {
      return { json: { error_id: 'id', code: 401, message: '[app token sign err] bad token', exception: '' } };
    }
    const tasks = json.tasks as { content: string }[];
    const data = tasks.map(({ content }, index) => ({
      code: 0,
      msg: '',
      task_id: String(index),
      predicts: [{ prob: 1, model_name: 'short_content_antidirt', target: null, hit: BAD_WORDS.test(content) }],
    }));
    return { json: { log_id: 'log', data } };
  },

  '/api/apps/v1/censor/image/': guarded((books, { json }) => {
    if (json.app_id !== books.appId) return openError(28005006, 'bad app');
    const predicts = [{ model_name: 'image_porn', hit: String(json.image).includes('risky') }];
    return { json: { err_no: 0, err_msg: '', ...(books.isOtherShape ? { data: { predicts } } : { predicts }) } };
  }),
};
