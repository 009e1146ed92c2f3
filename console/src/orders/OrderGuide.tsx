import { useState } from 'react';
import type { OrderReason } from '@jishi/contract/plain/attribution';
import { sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { Chip } from '../components/Chip';
import { Money } from '../components/Money';
import { clockOf } from '../time';

type Explained = AdminOk<'GET /admin/orders/:orderId/attribution'>;
type Step = Explained['steps'][number];

const REASONS: Record<OrderReason, string> = {
  touch: '最后一次扫码',
  belongs: '顾客归他',
  own: '自己买的，不算',
  none: '没有导购',
};
const KINDS: Record<Step['kind'], string> = { scan: '扫码', order: '下单', hand_over: '移交', left: '离职' };
const BELONGING: Record<Step['belonging'], string> = {
  began: '顾客归他',
  renewed: '归属续上',
  moved: '归属换人',
  ended: '归属结束',
  nothing: '',
};
const TOUCH: Record<NonNullable<Step['touch']>, string> = {
  won: '这一单算它',
  earlier: '后面还有别的码',
  over: '隔得太久',
  void: '人已离职，不算',
};

/** For whom the order counts, and, for whoever doubts it, all that led there. */
export function OrderGuide({ orderId }: { orderId: string }) {
  const { data, error } = useRead('GET /admin/orders/:orderId/attribution', { params: { orderId } });
  const [isOpen, setOpen] = useState(false);
  if (error) return <p className="sub">算谁的没有读到：{sentenceOf(error)}</p>;
  if (!data || data.state === 'unpaid') return null;
  const { owner, reason, words, steps } = data;
  return (
    <div className="sect">
      <h3>算谁的</h3>
      <div className="row">
        <b>{data.state === 'waiting' ? '正在算' : (owner?.name ?? '不算谁的')}</b>
        {reason && <Chip tone={reason === 'none' ? 'mute' : 'info'}>{REASONS[reason]}</Chip>}
        {owner?.storeName && <span className="mut">{owner.storeName}</span>}
        <span className="grow" />
        {owner && (
          <span className="sub">
            提成参考 <Money fen={commissionOf(data)} />
          </span>
        )}
      </div>
      <p className="sub">{words}</p>
      {steps.length > 0 && (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起经过' : `看经过（${steps.length} 步）`}
        </button>
      )}
      {isOpen && (
        <ol className="guide-steps">
          {steps.map((step, index) => (
            <StepLine key={index} step={step} />
          ))}
        </ol>
      )}
    </div>
  );
}

function StepLine({ step }: { step: Step }) {
  const who = [step.from && `${step.from.name} →`, step.employee?.name, step.codeName && `「${step.codeName}」`];
  const became = [step.isOwn ? '扫的是自己的码' : '', BELONGING[step.belonging], step.touch ? TOUCH[step.touch] : ''];
  return (
    <li>
      <span className="num mut">{clockOf(step.at)}</span>
      <b>{KINDS[step.kind]}</b>
      <span>{who.filter(Boolean).join(' ')}</span>
      <span className="sub">{became.filter(Boolean).join('，')}</span>
    </li>
  );
}

/** Of what is left after refunds. */
function commissionOf({ order, owner, reason }: Explained): number {
  if (!owner || reason === 'own') return 0;
  return Math.floor(((order.amountFen - order.refundedFen) * owner.commissionPermille) / 1000);
}
