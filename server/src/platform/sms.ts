import type { Env } from '../env';
import { AppError } from '../errors';

/** The door to whoever sends short messages. */
export interface Sms {
  /**
   * Sends a code to a number. Answers the code itself where nobody can receive it (the demo shop), else null.
   * Throws `platform_unavailable`; `unsupported` where no sender is configured.
   */
  send(phone: string, code: string): Promise<string | null>;
}

const TIMEOUT_MS = 5000;

/** The sender that the configuration asks for. Production refuses the fake platform, and so the shown codes. */
export function smsFor(env: Env): Sms {
  if (env.platformMode === 'fake') return { send: async (_phone, code) => code };
  const config = env.platforms.sms;
  if (!config) {
    return {
      send: async () => {
        throw new AppError('unsupported');
      },
    };
  }
  return httpSms({ url: config.SMS_URL, token: config.SMS_TOKEN });
}

/** Posts `{ "phone", "code" }` with a bearer token; anything but 2xx in time is a failure. */
export function httpSms({ url, token }: { url: string; token: string }): Sms {
  return {
    async send(phone, code) {
      let answer: Response;
      try {
        answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ phone, code }),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        await answer.arrayBuffer();
      } catch {
        throw new AppError('platform_unavailable');
      }
      if (!answer.ok) throw new AppError('platform_unavailable');
      return null;
    },
  };
}
