import { useState } from 'react';
import { Button, Input, InputNumber } from 'antd';
import { useWrite } from '../api/useWrite';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { yuanOf } from '../components/yuan';
import { AFTERSALE_READS } from './AftersaleAnswer';
import type { AftersaleDetail } from './AftersaleDrawer';

/** The goods have come back: how many can be sold again, and the money goes. */
export function ReceiveReturn({ detail: { aftersale }, canReject }: { detail: AftersaleDetail; canReject: boolean }) {
  const [units, setUnits] = useState(() =>
    Object.fromEntries(aftersale.lines.map((line) => [line.skuId, line.quantity])),
  );
  const [note, setNote] = useState('');
  const params = { aftersaleId: aftersale.id };
  const receive = useWrite('POST /admin/aftersales/:aftersaleId/receive', {
    changes: AFTERSALE_READS,
    done: '已收货，款项原路退回',
  });
  const reject = useWrite('POST /admin/aftersales/:aftersaleId/reject', {
    changes: AFTERSALE_READS,
    done: '已拒绝，买家会看到原因',
  });
  const restocked = aftersale.lines.map(({ skuId }) => ({ skuId, quantity: units[skuId] ?? 0 }));
  return (
    <div className="sect">
      <div className="box hot">
        <div className="row answer-head">
          <h3>验收退货</h3>
          <span className="sub">
            {aftersale.parcel ? `${aftersale.parcel.carrier} ${aftersale.parcel.trackingNo}` : '买家还没有填快递单号'}
          </span>
        </div>
        {aftersale.lines.map(({ skuId, title, optionText, imageUrl, quantity }) => (
          <div key={skuId} className="goods receive-line">
            <Picture url={imageUrl} />
            <Two above={title} below={`${optionText || '默认款'} · 退 ${quantity} 件`} />
            <span className="grow" />
            <InputNumber
              min={0}
              max={quantity}
              precision={0}
              value={units[skuId] ?? 0}
              className="receive-units"
              prefix="放回货架"
              suffix="件"
              aria-label={`${title} 放回货架几件`}
              onChange={(value) => setUnits((before) => ({ ...before, [skuId]: value ?? 0 }))}
            />
          </div>
        ))}
        <Input
          value={note}
          maxLength={200}
          onChange={({ target }) => setNote(target.value)}
          aria-label="说明"
          placeholder="说明，拒绝时要写，买家会看到"
        />
        <div className="row answer-foot">
          <span className="sub grow">没有放回货架的算报损。</span>
          {canReject && (
            <Button
              danger
              disabled={note.trim() === ''}
              loading={reject.isPending}
              onClick={() => reject.mutate({ params, body: { answer: note.trim() } })}
            >
              货不对，拒绝
            </Button>
          )}
          <Button
            type="primary"
            loading={receive.isPending}
            onClick={() => receive.mutate({ params, body: { restocked, note: note.trim() } })}
          >
            {`已收货，退款 ¥${yuanOf(aftersale.totalFen)}`}
          </Button>
        </div>
      </div>
    </div>
  );
}
