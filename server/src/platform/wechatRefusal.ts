import type { z } from 'zod';
import { AppError } from '../errors';

/**
 * WeChat said no, or nothing. Whoever knows what `reason` means turns it into something better; to everybody else the
 * platform is unavailable. The name is for our logs: the client hears the code only.
 */
export class WechatRefusal extends AppError {
  constructor(
    readonly call: string,
    /** WeChat's own code: `40029`, `ORDER_CLOSED`; a few words of ours where there was no answer. */
    readonly reason: string,
  ) {
    super('platform_unavailable');
    this.name = `WechatRefusal ${call} ${reason}`;
  }
}

/** An answer in the shape that the documentation promises. Throws `platform_unavailable` for any other. */
export function readAnswer<S extends z.ZodType>(schema: S, answer: unknown, call: string): z.output<S> {
  const read = schema.safeParse(answer);
  if (!read.success) throw new WechatRefusal(call, `misread ${read.error.issues[0]?.path.join('.')}`);
  return read.data;
}
