import { callNative, type NativeHost } from './native';
import { attempt, ok, readFailure, type CodeTable } from './outcome';
import type { Result } from './types';

interface Subscription {
  behavior?: string;
  errorCode?: number | string;
  errorMessage?: string;
  result?: {
    /** Of this question. */
    subscribeEntityIds?: string[];
    /** Some versions say what is new in this list instead. */
    currentSubscribedEntityIds?: string[];
  };
}

const MAX_MESSAGES = 3;

/** `my.requestSubscribeMessage`: a refusal is a success here, whose `behavior` is `cancel`. */
export function askAlipayMessages(
  my: NativeHost,
  codes: CodeTable,
  templateIds: readonly string[],
): Promise<Result<{ accepted: string[] }>> {
  return attempt(codes, async () => {
    const entityIds = templateIds.slice(0, MAX_MESSAGES);
    if (entityIds.length === 0) return ok({ accepted: [] });
    const answer = await callNative<Subscription>(my, 'requestSubscribeMessage', { entityIds });
    if (answer.errorCode) return readFailure({ error: answer.errorCode, errorMessage: answer.errorMessage }, codes);
    if (answer.behavior !== 'subscribe') return ok({ accepted: [] });
    const subscribed = answer.result?.subscribeEntityIds ?? answer.result?.currentSubscribedEntityIds ?? [];
    return ok({ accepted: entityIds.filter((id) => subscribed.includes(id)) });
  });
}
