import { Alert, Button, Form, Input } from 'antd';
import { call } from '../api/call';
import { NewPassword } from './NewPassword';
import { useSending } from './useSending';

interface Values {
  oldPassword: string;
  newPassword: string;
}

/** One's own password: the sign-in asks for it, and the menu of the person offers it. */
export function PasswordForm({ onDone }: { onDone(): void }) {
  const { isSending, problem, submit } = useSending(
    async ({ oldPassword, newPassword }: Values) => {
      await call('PUT /admin/password', { body: { oldPassword, newPassword } });
      onDone();
    },
    { login_failed: '现在的密码不对' },
  );
  return (
    <Form layout="vertical" requiredMark={false} size="large" onFinish={submit} className="sign-in-fields">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form.Item label="现在的密码" name="oldPassword" rules={[{ required: true, message: '请填现在的密码' }]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <NewPassword name="newPassword" label="新密码" />
      <Button type="primary" block htmlType="submit" loading={isSending}>
        换成新密码
      </Button>
    </Form>
  );
}
