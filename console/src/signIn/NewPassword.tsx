import { Form, Input } from 'antd';

/** Twice, so that a slip of the finger locks nobody out. */
export function NewPassword({ name, label }: { name: string; label: string }) {
  return (
    <>
      <Form.Item
        label={label}
        name={name}
        extra="至少 10 位；长比花哨重要，几个不相干的词就很好"
        rules={[{ required: true, min: 10, message: '至少 10 位' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        label="再填一遍"
        name={`${name}Again`}
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue(name) ? Promise.resolve() : Promise.reject(new Error('两次填的不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  );
}
