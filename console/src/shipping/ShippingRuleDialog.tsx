import { App, Form, Input, InputNumber, Switch } from 'antd';
import { hasCode } from '../api/adminError';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { MoneyField } from '../components/MoneyField';
import { RegionsInput } from './RegionsInput';
import type { ShippingRule } from './ShippingRulesPage';

type Values = Omit<ShippingRule, 'id'>;

const NEW: Values = {
  name: '',
  regions: [],
  isServed: true,
  reason: '',
  firstGrams: 1000,
  firstFen: 800,
  additionalGrams: 0,
  additionalFen: 0,
  freeFromFen: null,
};
const MONEY = { required: true, message: '请填金额' };

export function ShippingRuleDialog({ edited, onClose }: { edited: ShippingRule | 'new' | null; onClose(): void }) {
  const { message } = App.useApp();
  const refused = (error: unknown) => {
    if (!hasCode(error, 'conflict')) return false;
    void message.error('有的地区已经在别的规则里了，一个地区只能在一条规则里');
    return true;
  };
  const options = { changes: ['GET /admin/shipping-rules'] as const, onDone: onClose, onRefused: refused };
  const create = useWrite('POST /admin/shipping-rules', { ...options, done: '规则建好了' });
  const edit = useWrite('PUT /admin/shipping-rules/:ruleId', { ...options, done: '改好了' });
  const row = edited === 'new' ? null : edited;
  const submit = (values: Values) => {
    const body = { ...NEW, ...row, ...values };
    if (row) edit.mutate({ params: { ruleId: row.id }, body });
    else create.mutate({ body });
  };
  return (
    <FormDialog<Values>
      isOpen={edited !== null}
      title={row ? `编辑 ${row.name}` : '新建运费规则'}
      okText={row ? '保存' : '新建'}
      width={560}
      isSending={create.isPending || edit.isPending}
      start={row ?? NEW}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="名称" name="name" rules={[{ required: true, whitespace: true, message: '请填名称' }]}>
        <Input maxLength={30} placeholder="江浙沪" />
      </Form.Item>
      <Form.Item label="地区" name="regions">
        <RegionsInput />
      </Form.Item>
      <Form.Item label="送到这里" name="isServed" valuePropName="checked">
        <Switch />
      </Form.Item>
      <Served />
    </FormDialog>
  );
}

/** A fee where it is served, a reason where it is not. */
function Served() {
  const isServed = Form.useWatch<boolean>('isServed');
  if (isServed === false) {
    return (
      <Form.Item label="不送的原因" name="reason" extra="顾客填了这里的地址会看到">
        <Input maxLength={60} placeholder="生鲜暂时送不到" />
      </Form.Item>
    );
  }
  return (
    <>
      <div className="two-fields">
        <Form.Item label="首重（克）" name="firstGrams" rules={[{ required: true, message: '请填重量' }]}>
          <InputNumber min={0} max={1_000_000} precision={0} controls={false} className="wide" />
        </Form.Item>
        <Form.Item label="首重运费" name="firstFen" rules={[MONEY]}>
          <MoneyField label="首重运费" />
        </Form.Item>
        <Form.Item
          label="续重每（克）"
          name="additionalGrams"
          rules={[{ required: true, message: '请填重量' }]}
          extra="填 0：超过首重不加钱"
        >
          <InputNumber min={0} max={1_000_000} precision={0} controls={false} className="wide" />
        </Form.Item>
        <Form.Item label="续重运费" name="additionalFen" rules={[MONEY]}>
          <MoneyField label="续重运费" />
        </Form.Item>
      </div>
      <Form.Item label="满多少包邮" name="freeFromFen" extra="不填就从不包邮">
        <MoneyField label="满多少包邮" />
      </Form.Item>
    </>
  );
}
