import { useEffect, useState } from 'react';
import { checkPayment, type Order } from '@/api/orders';
import { isUndecided } from '@/lib/apiError';
import { useNetwork } from '@/lib/network';
import { keepOrder } from '../useOrderActions';

/** Pauses between questions, in ms: a platform's word usually comes within seconds; nobody watches for a minute. */
export const PAUSES = [1000, 1500, 2500, 4000, 6000, 8000];

/** From this failure on the shopper is told; the one before may be bad luck. */
const PATIENCE = 2;
/** While no answer comes at all, the question is never given up. */
const LAST_PAUSE = 20_000;

/**
 * Asks the server what became of the payment until it knows, with growing pauses, or until it has asked enough.
 * `error` is there as soon as asking is of no use, or has failed more than once; it may go away by itself.
 */
export function usePaymentResult(orderId: string) {
  const [order, setOrder] = useState<Order | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isAsking, setIsAsking] = useState(true);
  const [round, setRound] = useState(0);

  const isBack = useNetwork(({ state }) => state === 'back');
  useEffect(() => {
    if (isBack && error) setRound((count) => count + 1);
    // the moment of the return alone counts
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isBack]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasLeft = false;

    /** Resolves with how long to wait for the next question; undefined when none makes sense. */
    const ask = async (count: number): Promise<number | undefined> => {
      try {
        const answer = await checkPayment(orderId);
        if (hasLeft) return undefined;
        keepOrder(answer);
        setOrder(answer);
        setError(null);
        return answer.state === 'unpaid' ? PAUSES[count] : undefined;
      } catch (reason) {
        if (hasLeft) return undefined;
        const mayCome = isUndecided(reason);
        if (!mayCome || count + 1 >= PATIENCE) setError(reason);
        return mayCome ? (PAUSES[count] ?? LAST_PAUSE) : undefined;
      }
    };

    const askFrom = async (count: number): Promise<void> => {
      const pause = await ask(count);
      if (hasLeft) return;
      if (pause !== undefined) timer = setTimeout(() => void askFrom(count + 1), pause);
      else setIsAsking(false);
    };

    setIsAsking(true);
    void askFrom(0);
    return () => {
      hasLeft = true;
      clearTimeout(timer);
    };
  }, [orderId, round]);

  const askAgain = () => {
    setError(null);
    setRound((count) => count + 1);
  };
  return { order, error, isAsking, askAgain };
}
