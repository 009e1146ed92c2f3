import { useState } from 'react';
import { Alert, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { aftersaleReasons, type AftersaleReason } from '@jishi/contract/plain/aftersales';
import { hasCode, sentenceOf } from '../api/adminError';
import { useWrite } from '../api/useWrite';
import { AFTERSALE_REASON_WORDS } from '../components/aftersaleWords';
import { MoneyInput } from '../components/MoneyInput';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { yuanOf } from '../components/yuan';
import type { OrderDetail } from './OrderDrawer';

interface RefundDialogProps {
  order: OrderDetail['order'];
  onClose(): void;
}

/** The merchant gives money back without being asked: which units, why, and perhaps less than was paid for them. */
export function RefundDialog({ order, onClose }: RefundDialogProps) {
  const reasons = aftersaleReasons('refund', order.state);
  const [key] = useState(() => crypto.randomUUID());
  const [units, setUnits] = useState<Record<string, number>>({});
  const [reason, setReason] = useState<AftersaleReason>(reasons.includes('other') ? 'other' : reasons[0]!);
  const [note, setNote] = useState('');
  const [goodsFen, setGoodsFen] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const refund = useWrite('POST /admin/orders/:orderId/refunds', {
    changes: [
      'GET /admin/orders',
      'GET /admin/orders/:orderId',
      'GET /admin/orders/:orderId/payments',
      'GET /admin/board',
    ],
    done: '退款已提交，原路退回',
    onDone: onClose,
    onRefused: (error) => {
      setRefusal(error);
      return true;
    },
  });
  const lines = Object.entries(units).flatMap(([skuId, quantity]) => (quantity > 0 ? [{ skuId, quantity }] : []));
  const canSend = lines.length > 0 && note.trim() !== '';
  return (
    <Modal
      title="主动退款"
      open
      width={560}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={!canSend}
            loading={refund.isPending}
            onClick={() => {
              setRefusal(null);
              const body = { key, lines, reason, note: note.trim(), ...(goodsFen !== null && { goodsFen }) };
              refund.mutate({ params: { orderId: order.id }, body });
            }}
          >
            {goodsFen === null ? '退款' : `退款 ¥${yuanOf(goodsFen)}`}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">
        {order.state === 'paid' ? '退掉的件不再发货，库存放回货架。' : '货已发出，退款后不用寄回。'}
        款项原路退回，不能撤销。
      </p>
      {order.lines.map(({ skuId, title, optionText, imageUrl, quantity }) => (
        <div key={skuId} className="goods refund-line">
          <Picture url={imageUrl} />
          <Two above={title} below={`${optionText || '默认款'} · 买了 ${quantity} 件`} />
          <span className="grow" />
          <InputNumber
            min={0}
            max={quantity}
            precision={0}
            value={units[skuId] ?? 0}
            prefix="退"
            suffix="件"
            aria-label={`${title} 退几件`}
            onChange={(value) => setUnits((before) => ({ ...before, [skuId]: value ?? 0 }))}
          />
        </div>
      ))}
      <Form layout="vertical" component="div" className="refund-form">
        <Form.Item label="原因">
          <Select
            value={reason}
            onChange={setReason}
            options={reasons.map((value) => ({ value, label: AFTERSALE_REASON_WORDS[value] }))}
          />
        </Form.Item>
        <Form.Item label="金额">
          <MoneyInput fen={goodsFen} onChange={setGoodsFen} label="退款金额" placeholder="不填就全退" />
        </Form.Item>
        <Form.Item label="说明，买家会看到" className="refund-note">
          <Input.TextArea
            value={note}
            onChange={({ target }) => setNote(target.value)}
            maxLength={200}
            rows={2}
            aria-label="说明"
            placeholder="如：这一款缺货，已为你退款，抱歉"
          />
        </Form.Item>
      </Form>
      {refusal !== null && <Alert type="error" showIcon title={reasonOf(refusal)} />}
    </Modal>
  );
}

function reasonOf(error: unknown): string {
  if (hasCode(error, 'refund_too_high')) {
    return `这几件至多退 ¥${yuanOf((error.details as { maxFen: number }).maxFen)}`;
  }
  if (hasCode(error, 'aftersale_units')) return '有几件已经退过，或正在申请退款';
  return sentenceOf(error);
}
