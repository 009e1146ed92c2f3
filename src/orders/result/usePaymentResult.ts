import { useEffect, useState } from 'react';
import { checkPayment, type Order } from '@/api/orders';
import { isUndecided } from '@/lib/apiError';
import { keepOrder } from '../useOrderActions';

/** Pauses between questions, in ms: a platform's word usually comes within seconds; nobody watches for a minute. */
export const PAUSES = [1000, 1500, 2500, 4000, 6000, 8000];

/** Asks the server what became of the payment until it knows, with growing pauses, or until it has asked enough. */
export function usePaymentResult(orderId: string) {
  const [order, setOrder] = useState<Order | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isAsking, setIsAsking] = useState(true);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasLeft = false;

    /** Resolves with whether another question makes sense. */
    const ask = async (): Promise<boolean> => {
      try {
        const answer = await checkPayment(orderId);
        if (hasLeft) return false;
        keepOrder(answer);
        setOrder(answer);
        setError(null);
        return answer.state === 'unpaid';
      } catch (reason) {
        if (hasLeft) return false;
        setError(reason);
        return isUndecided(reason);
      }
    };

    const askFrom = async (count: number): Promise<void> => {
      const mayAskAgain = await ask();
      if (hasLeft) return;
      const pause = PAUSES[count];
      if (mayAskAgain && pause !== undefined) timer = setTimeout(() => void askFrom(count + 1), pause);
      else setIsAsking(false);
    };

    setIsAsking(true);
    void askFrom(0);
    return () => {
      hasLeft = true;
      clearTimeout(timer);
    };
  }, [orderId, round]);

  return { order, error, isAsking, askAgain: () => setRound((count) => count + 1) };
}
