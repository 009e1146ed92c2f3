import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { NoticeRefused, type Notice, type PlatformAdapter, type RawNotice } from './types';
import { labelText, MediaResult } from './weappModeration';

const PATIENCE_MS = 5 * 60_000;

const Event = z.object({ MsgType: z.string(), Event: z.string().optional() });
/** The event of a picture that was checked; `result` may be missing when the check failed. */
const MediaChecked = z.object({
  appid: z.string(),
  trace_id: z.string().min(1),
  errcode: z.int().default(0),
  result: MediaResult.optional(),
});

/**
 * WeChat's message push, in plain JSON. The signature is over token, time and nonce, not over the body: it says who
 * calls, and its time keeps an old call from being sent again.
 */
export function weappMessages({
  appId,
  token,
  now,
}: {
  appId: string;
  token: string;
  now(): Date;
}): NonNullable<PlatformAdapter['messages']> {
  const check = ({ signature = '', timestamp = '', nonce = '' }: RawNotice['query']): void => {
    const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest();
    const given = Buffer.from(signature, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new NoticeRefused('signature');
    if (!(Math.abs(now().getTime() - Number(timestamp) * 1000) <= PATIENCE_MS)) throw new NoticeRefused('clock');
  };

  return {
    echo(query) {
      try {
        check(query);
        return query.echostr ?? null;
      } catch {
        return null;
      }
    },
    read({ query, body }) {
      check(query);
      return readEvent(appId, parse(body));
    },
    answer: { contentType: 'text/plain', body: 'success' },
  };
}

function readEvent(appId: string, message: unknown): Notice {
  const event = Event.safeParse(message);
  if (!event.success) throw new NoticeRefused('malformed');
  const topic = event.data.Event ?? event.data.MsgType;
  if (topic !== 'wxa_media_check') {
    return { noticeId: createHash('sha256').update(JSON.stringify(message)).digest('hex'), kind: 'other', topic };
  }
  const checked = MediaChecked.safeParse(message);
  if (!checked.success) throw new NoticeRefused('malformed');
  const { appid, trace_id: traceId, errcode, result } = checked.data;
  if (appid !== appId) throw new NoticeRefused('app_id');
  const verdict =
    errcode === 0 && result
      ? { suggestion: result.suggest, label: labelText(result.label) }
      : { suggestion: 'review' as const, label: `微信检查失败 ${errcode}` };
  return { noticeId: traceId, kind: 'moderation', traceId, verdict };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new NoticeRefused('malformed');
  }
}
