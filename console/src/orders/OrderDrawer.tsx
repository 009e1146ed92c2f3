import { Drawer, Typography } from 'antd';
import { AdminError, sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { Blank } from '../components/Blank';
import { Dot } from '../components/Dot';
import { LoadingRows } from '../components/LoadingRows';
import { BuyerSide } from './BuyerSide';
import { OrderAftersales } from './OrderAftersales';
import { OrderGoods } from './OrderGoods';
import { OrderGuide } from './OrderGuide';
import { OrderPayments } from './OrderPayments';
import { OrderSteps } from './OrderSteps';
import { stateWord, TONES } from './orderWords';
import { ShipForm } from './ShipForm';
import { Shipments } from './Shipments';

export type OrderDetail = AdminOk<'GET /admin/orders/:orderId'>;

/** Everything of one order: the work on the left, who and when on the right. */
export function OrderDrawer({ orderId, onClose }: { orderId: string | null; onClose(): void }) {
  const { data, error, refetch, isPlaceholderData } = useRead(
    'GET /admin/orders/:orderId',
    { params: { orderId: orderId ?? '' } },
    { isEnabled: orderId !== null },
  );
  const detail = isPlaceholderData ? undefined : data;
  return (
    <Drawer
      open={orderId !== null}
      onClose={onClose}
      size={880}
      closable={{ placement: 'end' }}
      classNames={{ body: 'drawer-body' }}
      title={
        orderId && (
          <div className="row drawer-title">
            <Typography.Text className="num" copyable={{ text: orderId, tooltips: ['复制单号', '已复制'] }}>
              {`订单 ${orderId}`}
            </Typography.Text>
            {detail && <Dot tone={TONES[detail.order.state]}>{stateWord(detail.order)}</Dot>}
          </div>
        )
      }
    >
      {detail ? (
        <Detail detail={detail} />
      ) : error ? (
        <Blank
          kind="error"
          title="订单没有加载出来"
          hint={sentenceOf(error)}
          code={error instanceof AdminError ? error.requestId : ''}
          onRetry={() => void refetch()}
          isPage
        />
      ) : (
        <LoadingRows count={7} />
      )}
    </Drawer>
  );
}

function Detail({ detail }: { detail: OrderDetail }) {
  const isMerchant = useRole('owner', 'operator');
  const isReader = useRole('owner', 'operator', 'store_manager');
  const { order, aftersales } = detail;
  const isWaiting = aftersales.some(({ state }) => state === 'requested' || state === 'approved');
  const canShip = isMerchant && order.state === 'paid' && order.fulfilment === 'delivery';
  return (
    <div className="order-detail">
      <div className="order-work">
        <div className="sect">
          <OrderSteps detail={detail} />
        </div>
        {aftersales.length > 0 && <OrderAftersales aftersales={aftersales} />}
        {canShip && <ShipForm orderId={order.id} isWaiting={isWaiting} />}
        <OrderGoods detail={detail} canRefund={isMerchant && (order.state === 'paid' || order.state === 'shipped')} />
        {detail.shipments.length > 0 && <Shipments shipments={detail.shipments} />}
        {isReader && <OrderGuide orderId={order.id} />}
        {isMerchant && detail.payments.length > 0 && <OrderPayments orderId={order.id} />}
      </div>
      <BuyerSide detail={detail} />
    </div>
  );
}
