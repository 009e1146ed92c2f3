import { useState } from 'react';
import { Alert, AutoComplete, Button, Form, Input } from 'antd';
import { useWrite } from '../api/useWrite';

const CARRIERS = [
  '顺丰速运',
  '中通快递',
  '圆通速递',
  '韵达快递',
  '申通快递',
  '极兔速递',
  '京东快递',
  '邮政 EMS',
  '德邦快递',
];

interface Parcel {
  carrier: string;
  trackingNo: string;
}

/** One parcel for the whole order. */
export function ShipForm({ orderId, isWaiting }: { orderId: string; isWaiting: boolean }) {
  const [form] = Form.useForm<Parcel>();
  const [typed, setTyped] = useState('');
  const ship = useWrite('POST /admin/orders/:orderId/shipments', {
    changes: ['GET /admin/orders', 'GET /admin/orders/counts', 'GET /admin/orders/:orderId', 'GET /admin/board'],
    done: '已发货，买家会收到通知',
  });
  if (isWaiting) {
    return (
      <div className="sect">
        <Alert type="warning" showIcon title="有退款申请还没有答复，答复之后才能发货" />
      </div>
    );
  }
  return (
    <div className="sect">
      <h3>发货</h3>
      <Form
        form={form}
        layout="inline"
        requiredMark={false}
        className="ship-form"
        onFinish={(parcel) => ship.mutate({ params: { orderId }, body: parcel })}
      >
        <Form.Item name="carrier" rules={[{ required: true, whitespace: true, message: '选一家快递' }]}>
          <AutoComplete
            className="ship-carrier"
            aria-label="快递公司"
            placeholder="快递公司"
            maxLength={30}
            onSearch={setTyped}
            options={CARRIERS.filter((name) => name.includes(typed)).map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item
          name="trackingNo"
          className="ship-number"
          normalize={(value: string) => value.trim()}
          rules={[{ required: true, pattern: /^[A-Za-z0-9-]{5,40}$/, message: '5 到 40 位的字母、数字' }]}
        >
          <Input placeholder="运单号" aria-label="运单号" autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={ship.isPending}>
          发货
        </Button>
      </Form>
    </div>
  );
}
