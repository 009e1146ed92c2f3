import { Alert, Button, Form, Input } from 'antd';
import { signIn, type SessionState } from '../api/session';
import { useSending } from './useSending';

interface Values {
  loginName: string;
  password: string;
}

export function SignInForm({ onDone }: { onDone(session: SessionState): void }) {
  const [form] = Form.useForm<Values>();
  const { isSending, problem, submit } = useSending(
    async ({ loginName, password }: Values) => onDone(await signIn(loginName.trim().toLowerCase(), password)),
    { login_failed: '账号或密码不对' },
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} size="large" onFinish={submit} className="sign-in-fields">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form.Item label="账号" name="loginName" rules={[{ required: true, message: '请填账号' }]}>
        <Input autoFocus autoComplete="username" maxLength={64} />
      </Form.Item>
      <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填密码' }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" block htmlType="submit" loading={isSending}>
        登录
      </Button>
    </Form>
  );
}
