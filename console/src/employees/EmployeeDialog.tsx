import { App, Form, Input, Select } from 'antd';
import { ROLES, type Role } from '@jishi/contract/plain/roles';
import { hasCode } from '../api/adminError';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { loginNameRules } from '../signIn/loginNameRules';
import { NewPassword } from '../signIn/NewPassword';
import type { EmployeeRow } from './EmployeesPage';

interface Values {
  name: string;
  role: Role;
  storeIds: string[];
  loginName?: string;
  password?: string;
}

export function EmployeeDialog({ edited, onClose }: { edited: EmployeeRow | 'new' | null; onClose(): void }) {
  const { message } = App.useApp();
  const changes = ['GET /admin/employees'] as const;
  const refused = (text: string) => (error: unknown) => {
    if (!hasCode(error, 'conflict')) return false;
    void message.error(text);
    return true;
  };
  const create = useWrite('POST /admin/employees', {
    changes,
    done: '添加好了，把账号和密码告诉他',
    onDone: onClose,
    onRefused: refused('这个账号已经有人用了'),
  });
  const edit = useWrite('PUT /admin/employees/:employeeId', {
    changes,
    done: '改好了',
    onDone: onClose,
    onRefused: refused('店铺至少要有一位店主'),
  });
  const row = edited === 'new' ? null : edited;
  const submit = ({ name, role, storeIds, loginName = '', password = '' }: Values) => {
    const body = { name, role, storeIds };
    if (row) edit.mutate({ params: { employeeId: row.id }, body });
    else create.mutate({ body: { ...body, loginName, password } });
  };
  return (
    <FormDialog<Values>
      isOpen={edited !== null}
      title={row ? `编辑 ${row.name}` : '添加员工'}
      okText={row ? '保存' : '添加'}
      isSending={create.isPending || edit.isPending}
      start={
        row ? { name: row.name, role: row.role, storeIds: row.storeIds } : { name: '', role: 'operator', storeIds: [] }
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="姓名" name="name" rules={[{ required: true, whitespace: true, message: '请填姓名' }]}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item label="角色" name="role">
        <Select options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))} />
      </Form.Item>
      <Stores />
      {!row && (
        <>
          <Form.Item label="账号" name="loginName" rules={loginNameRules}>
            <Input maxLength={32} autoComplete="off" />
          </Form.Item>
          <NewPassword name="password" label="密码" />
        </>
      )}
    </FormDialog>
  );
}

/** Only those who work in a store see the orders of some stores and no others. */
function Stores() {
  const role = Form.useWatch<Role>('role');
  const stores = useRead('GET /admin/stores', {}).data?.items ?? [];
  const isOfStore = role === 'store_manager' || role === 'staff';
  return (
    <Form.Item label="门店" name="storeIds" extra="只看得到这些门店的自提订单" hidden={!isOfStore}>
      <Select
        mode="multiple"
        optionFilterProp="label"
        options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="选门店"
      />
    </Form.Item>
  );
}
