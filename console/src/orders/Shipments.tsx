import { Typography } from 'antd';
import { clockOf } from '../time';
import type { OrderDetail } from './OrderDrawer';

export function Shipments({ shipments }: { shipments: OrderDetail['shipments'] }) {
  return (
    <div className="sect">
      <h3>包裹</h3>
      {shipments.map(({ id, carrier, trackingNo, createdAt }) => (
        <div key={id} className="row parcel">
          <b>{carrier}</b>
          <Typography.Text className="num" copyable={{ text: trackingNo, tooltips: ['复制运单号', '已复制'] }}>
            {trackingNo}
          </Typography.Text>
          <span className="grow" />
          <span className="sub num">{clockOf(createdAt)} 发出</span>
        </div>
      ))}
    </div>
  );
}
