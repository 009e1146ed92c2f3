import { clockOf } from '../time';
import type { OrderDetail } from './OrderDrawer';

interface Step {
  name: string;
  at: string | null;
}

/** How far an order has come; a closed one says so where it stopped. */
export function OrderSteps({ detail: { order } }: { detail: OrderDetail }) {
  const { fulfilment, createdAt, paidAt, shippedAt, doneAt, closedAt } = order;
  const whole: Step[] = [
    { name: '下单', at: createdAt },
    { name: '付款', at: paidAt },
    ...(fulfilment === 'delivery' ? [{ name: '发货', at: shippedAt }] : []),
    { name: fulfilment === 'delivery' ? '收货' : '取货', at: doneAt },
  ];
  const steps = closedAt ? [...whole.filter(({ at }) => at !== null), { name: '关闭', at: closedAt }] : whole;
  const next = steps.findIndex(({ at }) => at === null);
  return (
    <div className="steps">
      {steps.map(({ name, at }, index) => (
        <div key={name} className={`step ${at ? 'done' : index === next ? 'now' : 'todo'}`}>
          <b>{at ? name : `待${name}`}</b>
          <span className="num">{at ? clockOf(at) : ''}</span>
        </div>
      ))}
    </div>
  );
}
