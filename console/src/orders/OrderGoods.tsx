import { useState } from 'react';
import { Button } from 'antd';
import { Count } from '../components/Count';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import type { OrderDetail } from './OrderDrawer';
import { RefundDialog } from './RefundDialog';

/** What was bought, what was taken off each line, and how the total comes about. */
export function OrderGoods({ detail, canRefund }: { detail: OrderDetail; canRefund: boolean }) {
  const [isRefunding, setRefunding] = useState(false);
  const { order, discounts } = detail;
  return (
    <div className="sect">
      <div className="row sect-head">
        <h3>商品</h3>
        <span className="grow" />
        {canRefund && (
          <Button size="small" onClick={() => setRefunding(true)}>
            主动退款
          </Button>
        )}
      </div>
      <table className="mini">
        <thead>
          <tr>
            <th>名称</th>
            <th>单价</th>
            <th>数量</th>
            <th>优惠</th>
            <th>小计</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map(({ skuId, title, optionText, imageUrl, unitFen, quantity, totalFen }) => {
            const off = discounts.find((discount) => discount.skuId === skuId)?.fen ?? 0;
            return (
              <tr key={skuId}>
                <td className="mini-name">
                  <div className="goods">
                    <Picture url={imageUrl} size={36} />
                    <Two above={<span title={title}>{title}</span>} below={optionText || '默认款'} />
                  </div>
                </td>
                <td>
                  <Money fen={unitFen} />
                </td>
                <td>
                  <Count value={quantity} />
                </td>
                <td className="mut">{off > 0 ? <Money fen={-off} /> : '—'}</td>
                <td>
                  <Money fen={totalFen - off} isStrong />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="order-sum">
        {order.breakdown.map(({ label, fen, reason }, index) => (
          <div key={index} className="sumrow">
            <span className="mut">
              {label}
              {reason && <span className="sub">（{reason}）</span>}
            </span>
            <Money fen={fen} />
          </div>
        ))}
        <div className="sumrow total">
          <span>{order.state === 'unpaid' || !order.paidAt ? '应付' : '实付'}</span>
          <Money fen={order.totalFen} />
        </div>
      </div>
      {isRefunding && <RefundDialog order={order} onClose={() => setRefunding(false)} />}
    </div>
  );
}
