import { Form, Input, InputNumber, Switch } from 'antd';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { PlaceFields } from '../components/PlaceFields';
import type { StoreRow } from './StoresPage';

interface Values extends Omit<StoreRow, 'id' | 'province' | 'city' | 'district'> {
  place: string[];
}

const NEW: Partial<Values> = {
  name: '',
  phone: '',
  place: [],
  detail: '',
  opensAt: '09:00',
  closesAt: '21:00',
  isActive: true,
};
const HOUR = { pattern: /^([01][0-9]|2[0-3]):[0-5][0-9]$/, message: '形如 09:00' };

export function StoreDialog({ edited, onClose }: { edited: StoreRow | 'new' | null; onClose(): void }) {
  const changes = ['GET /admin/stores'] as const;
  const create = useWrite('POST /admin/stores', { changes, done: '门店建好了', onDone: onClose });
  const edit = useWrite('PUT /admin/stores/:storeId', { changes, done: '改好了', onDone: onClose });
  const row = edited === 'new' ? null : edited;
  const submit = ({ place: [province = '', city = '', district = ''], ...rest }: Values) => {
    const body = { ...rest, province, city, district };
    if (row) edit.mutate({ params: { storeId: row.id }, body });
    else create.mutate({ body });
  };
  const start = row ? { ...row, place: [row.province, row.city, row.district] } : NEW;
  return (
    <FormDialog<Values>
      isOpen={edited !== null}
      title={row ? `编辑 ${row.name}` : '新建门店'}
      okText={row ? '保存' : '新建'}
      width={560}
      isSending={create.isPending || edit.isPending}
      start={start as Values}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="two-fields">
        <Form.Item label="店名" name="name" rules={[{ required: true, whitespace: true, message: '请填店名' }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item
          label="电话"
          name="phone"
          rules={[{ required: true, pattern: /^(1\d{10}|0\d{2,3}-?\d{7,8})$/, message: '手机号，或带区号的座机' }]}
        >
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
      </div>
      <PlaceFields />
      <div className="two-fields">
        <Form.Item label="开门" name="opensAt" rules={[{ required: true, ...HOUR }]}>
          <Input maxLength={5} />
        </Form.Item>
        <Form.Item label="打烊" name="closesAt" rules={[{ required: true, ...HOUR }]}>
          <Input maxLength={5} />
        </Form.Item>
        <Form.Item label="纬度" name="lat" rules={[{ required: true, message: '请填纬度' }]}>
          <InputNumber min={-90} max={90} controls={false} className="wide" placeholder="30.2741" />
        </Form.Item>
        <Form.Item label="经度" name="lng" rules={[{ required: true, message: '请填经度' }]}>
          <InputNumber min={-180} max={180} controls={false} className="wide" placeholder="120.1551" />
        </Form.Item>
      </div>
      <p className="note">顾客按经纬度看谁近，在地图里点住门店就能看到（WGS 84）。</p>
      <Form.Item
        label="可以自提"
        name="isActive"
        valuePropName="checked"
        extra="关掉以后不能再选，已经在等的订单不受影响"
      >
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
