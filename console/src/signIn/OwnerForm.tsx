import { Alert, Button, Form, Input } from 'antd';
import { createOwner, type SessionState } from '../api/session';
import { loginNameRules } from './loginNameRules';
import { NewPassword } from './NewPassword';
import { useSending } from './useSending';

interface Values {
  token: string;
  name: string;
  loginName: string;
  password: string;
}

/** The first owner, let in by the one-time token of the terminal. */
export function OwnerForm({ onDone }: { onDone(session: SessionState): void }) {
  const { isSending, problem, submit } = useSending(
    async ({ token, name, loginName, password }: Values) =>
      onDone(await createOwner({ token: token.trim(), name: name.trim(), loginName, password })),
    {
      login_failed: '口令不对，或者已经用过；重新启动店铺会换一个新的',
      conflict: '已经有店主了，请刷新后登录',
    },
  );
  return (
    <Form layout="vertical" requiredMark={false} size="large" onFinish={submit} className="sign-in-fields">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form.Item label="一次性口令" name="token" rules={[{ required: true, message: '请填终端里的口令' }]}>
        <Input autoFocus autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item label="姓名" name="name" rules={[{ required: true, whitespace: true, message: '请填姓名' }]}>
        <Input autoComplete="name" maxLength={30} />
      </Form.Item>
      <Form.Item label="账号" name="loginName" rules={loginNameRules}>
        <Input autoComplete="username" maxLength={32} />
      </Form.Item>
      <NewPassword name="password" label="密码" />
      <Button type="primary" block htmlType="submit" loading={isSending}>
        建立并登录
      </Button>
    </Form>
  );
}
