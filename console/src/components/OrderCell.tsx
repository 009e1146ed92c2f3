import { Link } from 'react-router';
import { clockOf } from '../time';
import { Two } from './Two';

interface OrderCellProps {
  row: { orderId: string; createdAt: string };
  /** What was done then: 「申请」. */
  did: string;
}

/** The order that a row is about, and when that was. */
export function OrderCell({ row: { orderId, createdAt }, did }: OrderCellProps) {
  return (
    <Two
      above={
        <Link className="num" to={`/orders?order=${orderId}`}>
          {orderId}
        </Link>
      }
      below={<span className="num">{`${clockOf(createdAt)} ${did}`}</span>}
    />
  );
}
