import { z } from 'zod';
import { AppError } from '../errors';
import type { AccessTokens, FreshToken } from './accessTokens';
import type { PlatformConfigs } from './config';
import { post, readJson, type HttpAnswer } from './ttHttp';

export type TtConfig = NonNullable<PlatformConfigs['tt']>;

/** An answer of Douyin's open platform; `errNo` 0 is success. */
export interface TtAnswer {
  errNo: number;
  text: string;
  body: Record<string, unknown>;
  raw: HttpAnswer;
}

/** `client`: open.douyin.com, header `access-token`. `app`: developer.toutiao.com, an older family of tokens. */
type Family = 'client' | 'app';

export interface TtClient {
  /** Without a token. */
  call(path: string, body: object): Promise<TtAnswer>;
  /** With a token of the family; one that is refused is renewed, once. `write` puts the token where the call wants it. */
  callWith(family: Family, path: string, write: (token: string) => TtRequest): Promise<TtAnswer>;
}

export interface TtRequest {
  headers?: Record<string, string>;
  body: object;
}

/**
 * Codes for a token that is unknown or over: 28001003 and 28001008 on open.douyin.com, 2190002 and 2190008 in the older
 * list of the same (Douyin open platform, error codes), 11002 in the trade system, 401 of text moderation, 40002 of
 * developer.toutiao.com.
 */
const TOKEN_REFUSED = new Set([28001003, 28001008, 2190002, 2190008, 11002, 401, 40002]);

/** Douyin's own trouble, a permission that the app lacks, and too many calls: nothing that a person did wrong. */
const TROUBLE = new Set([-1, 28001005, 28001006, 28001014, 28001016, 28001018, 28001019, 28003017]);
export const isTrouble = ({ errNo }: TtAnswer) => TROUBLE.has(errNo) || TOKEN_REFUSED.has(errNo);

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export function ttClient(config: TtConfig, tokens: AccessTokens, timeoutMs: number): TtClient {
  const send = async (url: string, { headers = {}, body }: TtRequest): Promise<TtAnswer> =>
    readAnswer(await post(url, JSON.stringify(body), headers, timeoutMs));

  const fresh = async (url: string, body: object): Promise<FreshToken> => {
    const { data } = succeed(await send(url, { body }), z.object({ data: Token }));
    return { token: data.access_token, expiresInMs: data.expires_in * 1000 };
  };
  const families = {
    client: {
      host: config.TT_OPEN_HOST,
      name: `tt:client:${config.TT_APP_ID}`,
      fetch: () =>
        fresh(`${config.TT_OPEN_HOST}/oauth/client_token/`, {
          grant_type: 'client_credential',
          client_key: config.TT_APP_ID,
          client_secret: config.TT_SECRET,
        }),
    },
    app: {
      host: config.TT_HOST,
      name: `tt:app:${config.TT_APP_ID}`,
      fetch: () =>
        fresh(`${config.TT_HOST}/api/apps/v2/token`, {
          grant_type: 'client_credential',
          appid: config.TT_APP_ID,
          secret: config.TT_SECRET,
        }),
    },
  };

  return {
    call: (path, body) => send(`${config.TT_HOST}${path}`, { body }),
    async callWith(family, path, write) {
      const { host, name, fetch } = families[family];
      const token = await tokens.get(name, fetch);
      const answer = await send(`${host}${path}`, write(token));
      if (!TOKEN_REFUSED.has(answer.errNo)) return answer;
      return send(`${host}${path}`, write(await tokens.renew(name, token, fetch)));
    },
  };
}

/** Where the code and its text stand differs between Douyin's hosts, and between old and new calls of one host. */
function readAnswer(raw: HttpAnswer): TtAnswer {
  if (raw.contentType.startsWith('image/')) return { errNo: 0, text: '', body: {}, raw };
  const body = readJson(raw.bytes);
  const inner = z.object({ error_code: z.coerce.number() }).safeParse(body.data);
  const errNo = body.err_no ?? body.errcode ?? body.code ?? (inner.success ? inner.data.error_code : 0);
  const text = [body.err_msg, body.err_tips, body.message].find(Boolean) ?? '';
  return { errNo: Number(errNo), text: String(text), body, raw };
}

/** The body of a success in the shape that was promised; `platform_unavailable` otherwise, with the code for our log. */
export function succeed<S extends z.ZodType>(answer: TtAnswer, shape: S): z.output<S> {
  const read = answer.errNo === 0 ? shape.safeParse(answer.body) : null;
  if (!read?.success) throw new AppError('platform_unavailable', { errNo: answer.errNo });
  return read.data;
}
