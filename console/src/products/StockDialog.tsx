import { useState } from 'react';
import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import type { AdminOk } from '../api/call';
import { hasCode, sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { clockOf } from '../time';

interface StockDialogProps {
  sku: AdminOk<'GET /admin/products/:productId'>['skus'][number];
  name: string;
  onClose(): void;
}

const REASONS = {
  catalogue: '导入或新建',
  reserve: '订单占用',
  release: '订单释放',
  sell: '卖出',
  adjust: '盘点',
} as const;

/** Says how many units are really there, and why; what has moved the stock so far stands below. */
export function StockDialog({ sku, name, onClose }: StockDialogProps) {
  const [onHand, setOnHand] = useState<number | null>(sku.onHand);
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const entries = useRead('GET /admin/stock/:skuId/entries', { params: { skuId: sku.id }, query: { limit: 6 } });
  const adjust = useWrite('PUT /admin/stock/:skuId', {
    changes: ['GET /admin/products', 'GET /admin/products/:productId', 'GET /admin/board'],
    done: '库存已改好',
    onDone: onClose,
    onRefused: (error) => {
      setRefusal(error);
      return true;
    },
  });
  return (
    <Modal
      title={`盘点 ${name}`}
      open
      width={460}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={onHand === null || onHand === sku.onHand || note.trim() === ''}
            loading={adjust.isPending}
            onClick={() => adjust.mutate({ params: { skuId: sku.id }, body: { onHand: onHand!, note: note.trim() } })}
          >
            保存
          </Button>
        </>
      }
    >
      <Form layout="vertical" component="div">
        <Form.Item
          label="实际库存"
          htmlFor="stock-on-hand"
          extra={sku.reserved > 0 ? `其中 ${sku.reserved} 件被待付款、待发货的订单占用，不能少于它` : null}
        >
          <InputNumber
            id="stock-on-hand"
            min={sku.reserved}
            max={1_000_000}
            precision={0}
            value={onHand}
            onChange={setOnHand}
          />
        </Form.Item>
        <Form.Item label="原因" htmlFor="stock-note">
          <Input
            id="stock-note"
            value={note}
            maxLength={100}
            placeholder="如 月底盘点、到货 50 件"
            onChange={({ target }) => setNote(target.value)}
          />
        </Form.Item>
      </Form>
      {entries.data && (
        <ul className="stock-entries">
          {entries.data.items.map(({ id, reason, onHandDelta, reservedDelta, note: why, createdAt }) => (
            <li key={id} className="row">
              <span className="sub num">{clockOf(createdAt)}</span>
              <span className="ell grow">{why || REASONS[reason]}</span>
              <span className="num">{deltaWord(onHandDelta, reservedDelta)}</span>
            </li>
          ))}
        </ul>
      )}
      {refusal !== null && (
        <Alert
          type="error"
          showIcon
          title={hasCode(refusal, 'conflict') ? '刚刚有订单占用了库存，请关上再看一次' : sentenceOf(refusal)}
        />
      )}
    </Modal>
  );
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

function deltaWord(onHandDelta: number, reservedDelta: number): string {
  if (onHandDelta !== 0) return `实际 ${signed(onHandDelta)}`;
  return `占用 ${signed(reservedDelta)}`;
}
