import { useRef, useState } from 'react';
import { lookUpPickup, verifyPickup, type Pickup } from '@/api/staff';
import { hasCode } from '@/lib/apiError';
import { isUnanswered, problemText } from './pickupWords';

type Refusal = Pick<Pickup, 'state' | 'doneAt'>;

/**
 * The counter: a code is looked up, then handed over once. Handing over may be sent again after a lost answer: that it
 * was done the first time then counts as done, and is not told as somebody else's doing.
 */
export function usePickup() {
  const [code, setCode] = useState('');
  const [pickup, setPickup] = useState<Pickup | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<'lookUp' | 'verify' | null>(null);
  /** Handed over here, a moment ago. */
  const [isDone, setIsDone] = useState(false);
  const isRunning = useRef(false);
  const isUnsure = useRef(false);

  const run = async (what: 'lookUp' | 'verify', work: () => Promise<void>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } finally {
      isRunning.current = false;
      setBusy(null);
    }
  };

  const lookUp = (said: string) =>
    run('lookUp', async () => {
      try {
        setPickup(await lookUpPickup(said));
        isUnsure.current = false;
      } catch (error) {
        setProblem(problemText(error));
      }
    });

  const verify = (known: Pickup) =>
    run('verify', async () => {
      try {
        setPickup(await verifyPickup(code));
        setIsDone(true);
      } catch (error) {
        if (isUnanswered(error)) {
          isUnsure.current = true;
          setProblem('没等到答复，不知道办成了没有。再点一次就清楚了，不会重复交货');
        } else if (hasCode(error, 'order_state')) {
          const refusal = error.details as Refusal | undefined;
          setPickup({ ...known, state: refusal?.state ?? 'done', doneAt: refusal?.doneAt ?? null });
          setIsDone(isUnsure.current && refusal?.state === 'done');
        } else setProblem(problemText(error));
      }
    });

  return {
    code,
    pickup,
    problem,
    busy,
    isDone,
    type(text: string) {
      setCode(text);
      setProblem(null);
    },
    lookUp,
    verify,
    next() {
      setCode('');
      setPickup(null);
      setProblem(null);
      setIsDone(false);
      isUnsure.current = false;
    },
  };
}
