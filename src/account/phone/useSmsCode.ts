import { useEffect, useReducer, useState } from 'react';
import { sendSmsCode, type SentCode } from '@/api/phones';
import { hasCode } from '@/lib/apiError';
import { useOneChange } from '@/lib/useOneChange';

const MINUTE_MS = 60_000;

/** Asks for a code, and counts the seconds until it may be asked for again. */
export function useSmsCode() {
  const { busy, run } = useOneChange();
  const [sent, setSent] = useState<SentCode | null>(null);
  const [resendAt, setResendAt] = useState(0);
  const secondsLeft = useSecondsUntil(resendAt);

  const send = (phone: string) =>
    void run('send', async () => {
      try {
        const answer = await sendSmsCode(phone);
        setSent(answer);
        setResendAt(Date.now() + answer.resendAfterMs);
      } catch (error) {
        // another try would be refused as well; whether it was this number's minute or its day, the server says
        if (hasCode(error, 'rate_limited')) setResendAt(Date.now() + MINUTE_MS);
        throw error;
      }
    });

  return { isBusy: busy !== null, sent, secondsLeft, send };
}

function useSecondsUntil(at: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const left = Math.max(0, Math.ceil((at - Date.now()) / 1000));
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  return left;
}
