import { useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { aftersaleReasons, type AftersaleKind, type AftersaleReason } from '@jishi/contract/plain/aftersales';
import { formatFen, parseYuan } from '@jishi/contract/plain/money';
import { quoteAftersale, requestAftersale, type OrderAftersales } from '@/api/aftersales';
import type { Order } from '@/api/orders';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { randomId } from '@/lib/randomId';
import { to } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { useEvidence } from './useEvidence';

/** What is being asked back, what it is worth by the server's word, and the sending of it. */
export function useApply(order: Order, options: OrderAftersales) {
  const [kind, setKind] = useState<AftersaleKind | null>(options.kinds.length === 1 ? options.kinds[0]! : null);
  const only = options.lines.length === 1 ? options.lines[0] : undefined;
  const [units, setUnits] = useState<Record<string, number>>(only ? { [only.skuId]: only.leftUnits } : {});
  const [reason, setReason] = useState<AftersaleReason | null>(null);
  const [description, setDescription] = useState('');
  const [lessText, setLessText] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  // state is a frame late for a double tap
  const isSending = useRef(false);
  const sent = useRef({ body: '', key: '' });
  const evidence = useEvidence();

  const lines = Object.entries(units).flatMap(([skuId, quantity]) => (quantity > 0 ? [{ skuId, quantity }] : []));
  const quote = useQuery({
    // not a part of the order: what has just been asked for must not be priced again
    queryKey: ['aftersaleQuote', order.id, kind, lines],
    queryFn: () => quoteAftersale(order.id, { kind: kind!, lines }),
    enabled: kind !== null && lines.length > 0,
    placeholderData: keepPreviousData,
  });
  const reasons = kind ? aftersaleReasons(kind, order.state) : [];
  const worth = lines.length > 0 && kind ? quote.data : undefined;
  const asked = lessText === null ? worth?.goodsFen : parseYuan(lessText);

  /** What keeps it from being sent, as a sentence. */
  const fault = (): string | null => {
    if (!kind) return '请选择退款方式';
    if (lines.length === 0) return '请选择要退的商品';
    if (!reason) return '请选择原因';
    if (!worth) return '金额还在算，请稍等';
    if (asked == null) return '请填正确的金额';
    if (asked > worth.goodsFen) return `商品最多退 ¥${formatFen(worth.goodsFen)}`;
    if (evidence.isSending) return '图片还在上传，请稍等';
    return evidence.hasFailed ? '有图片没有传上去，请重试或移除' : null;
  };

  const submit = async () => {
    const problem = fault();
    if (problem !== null) return platform.toast(problem);
    if (isSending.current || !kind || !reason) return undefined;
    isSending.current = true;
    setIsBusy(true);
    const wish = {
      kind,
      reason,
      lines,
      description: description.trim(),
      goodsFen: asked!,
      pictureIds: evidence.ids,
    };
    // the same wish under the same key: a lost answer must not ask twice
    const body = JSON.stringify(wish);
    if (sent.current.body !== body) sent.current = { body, key: randomId() };
    try {
      const made = await requestAftersale(order.id, wish, sent.current.key);
      queryClient.setQueryData(keys.aftersale(made.id), made);
      void queryClient.invalidateQueries({ queryKey: keys.order(order.id) });
      void queryClient.invalidateQueries({ queryKey: keys.aftersales });
      to.aftersaleInstead(made.id);
    } catch (error) {
      showError(error);
      // what can be asked for has changed
      if (hasCode(error, 'aftersale_units', 'aftersale_over', 'refund_too_high', 'order_state')) {
        setUnits({});
        setLessText(null);
        void queryClient.invalidateQueries({ queryKey: keys.order(order.id) });
      }
    } finally {
      isSending.current = false;
      setIsBusy(false);
    }
    return undefined;
  };

  return {
    kind,
    chooseKind: (next: AftersaleKind) => {
      setKind(next);
      if (reason && !aftersaleReasons(next, order.state).includes(reason)) setReason(null);
    },
    units,
    setUnits: (skuId: string, quantity: number) => {
      setUnits({ ...units, [skuId]: quantity });
      setLessText(null);
    },
    reasons,
    reason,
    setReason,
    description,
    setDescription,
    evidence,
    worth,
    worthError: quote.isError && lines.length > 0 ? quote.error : null,
    retryWorth: () => void quote.refetch(),
    isPricing: quote.isPlaceholderData || quote.isFetching,
    /** What the field of the amount shows; null: all of it. */
    lessText,
    setLessText,
    totalFen: worth && asked != null ? Math.min(asked, worth.goodsFen) + worth.shippingFen : null,
    isBusy,
    submit,
  };
}
