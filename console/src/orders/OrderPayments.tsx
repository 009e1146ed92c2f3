import { Button, Skeleton } from 'antd';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import type { PaymentState, RefundState } from '@jishi/contract/plain/payments';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Dot, type Tone } from '../components/Dot';
import { Money } from '../components/Money';
import { clockOf } from '../time';

type Payment = AdminOk<'GET /admin/orders/:orderId/payments'>['items'][number];

const PAYMENT_WORDS: Record<PaymentState, [Tone, string]> = {
  paying: ['mute', '等待付款'],
  paid: ['ok', '已付款'],
  closed: ['mute', '已作废'],
  refunding: ['warn', '全额退款中'],
  refunded: ['mute', '已全额退款'],
};
const REFUND_WORDS: Record<RefundState, [Tone, string]> = {
  requested: ['warn', '等待平台受理'],
  processing: ['warn', '平台处理中'],
  succeeded: ['ok', '已退回'],
  failed: ['bad', '没有退成'],
};

/** Each payment with its refunds; one that failed can be tried again. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const { data } = useRead('GET /admin/orders/:orderId/payments', { params: { orderId } });
  return (
    <div className="sect">
      <h3>付款与退款</h3>
      {data ? data.items.map((payment) => <PaymentRow key={payment.id} payment={payment} />) : <Skeleton active />}
    </div>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const retry = useWrite('POST /admin/refunds/:refundId/retry', {
    changes: ['GET /admin/orders/:orderId/payments', 'GET /admin/refunds', 'GET /admin/board'],
    done: '已换一个单号再退一次',
  });
  const [tone, word] = PAYMENT_WORDS[payment.state];
  return (
    <>
      <div className="row payment">
        <Dot tone={tone}>{word}</Dot>
        <span>{PLATFORM_WORDS[payment.platform]}</span>
        <span className="sub num ell grow">{payment.platformTradeNo ?? payment.tradeNo}</span>
        <span className="sub num">{clockOf(payment.paidAt ?? payment.createdAt)}</span>
        <Money fen={payment.amountFen} isStrong />
      </div>
      {payment.refunds.map(({ id, state, amountFen, reason, createdAt }) => (
        <div key={id} className="row payment refund">
          <Dot tone={REFUND_WORDS[state][0]}>{REFUND_WORDS[state][1]}</Dot>
          <span className="sub ell grow" title={reason}>
            {reason}
          </span>
          {state === 'failed' && (
            <Button size="small" loading={retry.isPending} onClick={() => retry.mutate({ params: { refundId: id } })}>
              再退一次
            </Button>
          )}
          <span className="sub num">{clockOf(createdAt)}</span>
          <Money fen={-amountFen} />
        </div>
      ))}
    </>
  );
}
