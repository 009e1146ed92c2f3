import { Form, Input } from 'antd';
import { RegionInput } from './RegionInput';

/** Region (`place`) and street (`detail`) of an address, in a form. */
export function PlaceFields() {
  return (
    <>
      <Form.Item label="地区" name="place" rules={[{ required: true, type: 'array', min: 1, message: '请选地区' }]}>
        <RegionInput />
      </Form.Item>
      <Form.Item label="详细地址" name="detail" rules={[{ required: true, whitespace: true, message: '请填详细地址' }]}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  );
}
