import { useState } from 'react';
import { AdminError, sentenceOf } from '../api/adminError';

/** Sends a form of the sign-in and keeps what is wrong with it, `refusals` first: what a code means here. */
export function useSending<T>(
  send: (values: T) => Promise<unknown>,
  refusals: Partial<Record<AdminError['code'], string>>,
) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (values: T) => {
    setSending(true);
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      const isLocked = error instanceof AdminError && error.code === 'rate_limited';
      if (isLocked) setProblem(waitUntil(error.details));
      else setProblem((error instanceof AdminError && refusals[error.code]) || sentenceOf(error));
    } finally {
      setSending(false);
    }
  };
  return { isSending, problem, submit: (values: T) => void submit(values) };
}

/** How long the lock still holds, in whole minutes, or in seconds at its end. */
function waitUntil(details: unknown): string {
  const retryAt = Date.parse(String((details as { retryAt?: unknown } | undefined)?.retryAt));
  if (Number.isNaN(retryAt)) return '试得太多了，请过一会儿再试';
  const seconds = Math.max(1, Math.ceil((retryAt - Date.now()) / 1000));
  const wait = seconds > 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`;
  return `试得太多了，请 ${wait}后再试，或请店主重置密码`;
}
