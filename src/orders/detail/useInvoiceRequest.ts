import { useRef, useState } from 'react';
import { requestInvoice, type Invoice } from '@/api/orders';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { errorText } from '@/lib/showError';
import { platform } from '@/platform';
import { keepOrder } from '../useOrderActions';

export type InvoiceRequest = ReturnType<typeof useInvoiceRequest>;

/** An invoice that is asked for after ordering. What goes wrong is said in its sheet, where the words still stand. */
export function useInvoiceRequest(orderId: string) {
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // state is a frame late for a double tap
  const isSending = useRef(false);

  const send = async (invoice: Invoice) => {
    if (isSending.current) return;
    isSending.current = true;
    setIsBusy(true);
    setProblem(null);
    try {
      keepOrder(await requestInvoice(orderId, invoice));
      setIsOpen(false);
      platform.toast('发票申请好了');
    } catch (error) {
      setProblem(errorText(error));
      // the order below is out of date
      if (hasCode(error, 'order_state', 'not_found')) {
        void queryClient.invalidateQueries({ queryKey: keys.order(orderId) });
      }
    } finally {
      isSending.current = false;
      setIsBusy(false);
    }
  };

  return {
    isOpen,
    isBusy,
    problem,
    open: () => {
      // of a request that is still under way the answer is to come
      if (!isSending.current) setProblem(null);
      setIsOpen(true);
    },
    close: () => setIsOpen(false),
    send,
  };
}
