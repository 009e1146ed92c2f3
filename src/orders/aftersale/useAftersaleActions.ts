import { useRef, useState } from 'react';
import { fillParcel, withdrawAftersale, type Aftersale, type ReturnParcel } from '@/api/aftersales';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';

/** What a shopper can do with a request. One thing at a time; resolves with whether it was done. */
export function useAftersaleActions(aftersaleId: string) {
  const [busy, setBusy] = useState<'withdraw' | 'parcel' | null>(null);
  // state is a frame late for a double tap
  const isRunning = useRef(false);

  const run = async (action: 'withdraw' | 'parcel', work: () => Promise<Aftersale | null>): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(action);
    try {
      const now = await work();
      if (now) keep(now);
      return now !== null;
    } catch (error) {
      showError(error);
      // what we showed is out of date
      if (hasCode(error, 'aftersale_state', 'not_found')) {
        void queryClient.invalidateQueries({ queryKey: keys.aftersale(aftersaleId) });
      }
      return false;
    } finally {
      isRunning.current = false;
      setBusy(null);
    }
  };

  return {
    busy,
    withdraw: () =>
      run('withdraw', async () => {
        const isSure = await platform.confirm({
          title: '撤销申请吗？',
          text: '撤销后还可以再申请',
          confirmText: '撤销',
          cancelText: '再想想',
        });
        return isSure ? withdrawAftersale(aftersaleId) : null;
      }),
    sendParcel: (parcel: ReturnParcel) => run('parcel', () => fillParcel(aftersaleId, parcel)),
  };
}

function keep(aftersale: Aftersale): void {
  queryClient.setQueryData(keys.aftersale(aftersale.id), aftersale);
  void queryClient.invalidateQueries({ queryKey: keys.aftersales });
  void queryClient.invalidateQueries({ queryKey: keys.order(aftersale.orderId) });
}
