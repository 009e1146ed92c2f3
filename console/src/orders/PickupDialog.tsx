import { useState } from 'react';
import { Alert, Button, Input, Modal } from 'antd';
import type { AdminOk } from '../api/call';
import { hasCode, sentenceOf } from '../api/adminError';
import { useWrite } from '../api/useWrite';
import { Chip } from '../components/Chip';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { stateWord } from './orderWords';

type Pickup = AdminOk<'POST /admin/pickups/lookup'>;

/** At the counter: the code, what is handed over for it, and done. */
export function PickupDialog({ onClose }: { onClose(): void }) {
  const [code, setCode] = useState('');
  const [pickup, setPickup] = useState<Pickup | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const refuse = (error: unknown) => {
    setRefusal(error);
    return true;
  };
  const lookup = useWrite('POST /admin/pickups/lookup', { changes: [], onDone: setPickup, onRefused: refuse });
  const verify = useWrite('POST /admin/pickups/verify', {
    changes: ['GET /admin/orders', 'GET /admin/orders/counts'],
    done: '已核销，可以把货交给顾客了',
    onDone: onClose,
    onRefused: refuse,
  });
  const isWhole = /^\d{8}$/.test(code);
  const look = () => {
    setRefusal(null);
    setPickup(null);
    lookup.mutate({ body: { code } });
  };
  return (
    <Modal
      title="核销取货码"
      open
      width={520}
      onCancel={onClose}
      footer={
        pickup?.state === 'paid' ? (
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate({ body: { code } })}>
            核销，交货
          </Button>
        ) : null
      }
    >
      <div className="row pickup-code">
        <Input
          autoFocus
          value={code}
          maxLength={8}
          inputMode="numeric"
          placeholder="顾客出示的 8 位取货码"
          aria-label="取货码"
          onChange={({ target }) => setCode(target.value.replace(/\D/g, ''))}
          onPressEnter={() => isWhole && look()}
        />
        <Button disabled={!isWhole} loading={lookup.isPending} onClick={look}>
          查询
        </Button>
      </div>
      {refusal !== null && <Alert className="pickup-answer" type="error" showIcon title={reasonOf(refusal)} />}
      {pickup && <Goods pickup={pickup} />}
    </Modal>
  );
}

function reasonOf(error: unknown): string {
  if (hasCode(error, 'not_found')) return '没有这个取货码，或是别的门店的';
  if (hasCode(error, 'order_state')) return '这一单已经取走，或已经关闭';
  if (hasCode(error, 'aftersale_open')) return '这一单有退款申请还没有答复，先处理再交货';
  return sentenceOf(error);
}

function Goods({ pickup }: { pickup: Pickup }) {
  return (
    <div className="box pickup-answer">
      <div className="row pickup-who">
        <b>{pickup.maskedName}</b>
        <span className="num mut">{pickup.maskedPhone}</span>
        <span className="mut">{pickup.storeName}</span>
        <span className="grow" />
        <Chip tone={pickup.state === 'paid' ? 'ok' : 'warn'}>{stateWord({ ...pickup, fulfilment: 'pickup' })}</Chip>
      </div>
      {pickup.lines.map(({ skuId, title, optionText, imageUrl, quantity }) => {
        const refunded = pickup.refunded.find((units) => units.skuId === skuId)?.quantity ?? 0;
        return (
          <div key={skuId} className="goods pickup-line">
            <Picture url={imageUrl} />
            <Two above={title} below={optionText || '默认款'} />
            <span className="grow" />
            <b className="num">{`交 ${quantity - refunded} 件`}</b>
            {refunded > 0 && <Chip tone="warn">{`退了 ${refunded} 件`}</Chip>}
          </div>
        );
      })}
      <div className="sumrow total">
        <span>实付</span>
        <Money fen={pickup.totalFen} />
      </div>
      {pickup.note && <p className="sub">留言：{pickup.note}</p>}
    </div>
  );
}
