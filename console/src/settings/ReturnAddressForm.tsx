import { Button, Form, Input } from 'antd';
import { sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { PlaceFields } from '../components/PlaceFields';

interface Values {
  name: string;
  phone: string;
  place: string[];
  detail: string;
}

const ADDRESS = 'GET /admin/return-address';

export function ReturnAddressForm() {
  const { data, error, refetch } = useRead(ADDRESS, {});
  const save = useWrite('PUT /admin/return-address', { changes: [ADDRESS], done: '退货地址改好了' });
  if (!data && error) {
    return <Blank kind="error" title="没有读到" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <LoadingRows count={3} />;
  const { address } = data;
  const start = address && { ...address, place: [address.province, address.city, address.district] };
  const submit = ({ place: [province = '', city = '', district = ''], ...rest }: Values) =>
    save.mutate({ body: { ...rest, province, city, district } });
  return (
    <Form<Values> layout="vertical" requiredMark={false} {...(start && { initialValues: start })} onFinish={submit}>
      <div className="two-fields">
        <Form.Item label="收件人" name="name" rules={[{ required: true, whitespace: true, message: '请填收件人' }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item label="电话" name="phone" rules={[{ required: true, message: '请填电话' }]}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
      </div>
      <PlaceFields />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存退货地址
      </Button>
    </Form>
  );
}
