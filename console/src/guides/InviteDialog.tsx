import { useState } from 'react';
import { Button, Form, Input, Modal, Select, Typography } from 'antd';
import { STAFF_ROLES } from '@jishi/contract/plain/staff';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { clockOf } from '../time';

interface Wish {
  name: string;
  storeId: string | null;
  role: (typeof STAFF_ROLES)[number];
  employeeId: string | null;
}

type Made = AdminOk<'POST /admin/staff-invitations'>;

/** An invitation, and then what is to be sent to the one whom it is for. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const [made, setMade] = useState<Made | null>(null);
  const isManager = useRole('store_manager');
  const isOwner = useRole('owner');
  const stores = useRead('GET /admin/stores', {}, { isEnabled: isOpen }).data?.items ?? [];
  const employees = useRead('GET /admin/employees', {}, { isEnabled: isOpen && isOwner }).data?.items ?? [];
  const write = useWrite('POST /admin/staff-invitations', {
    changes: ['GET /admin/staff-invitations'],
    onDone: (answer) => {
      setMade(answer);
      onClose();
    },
  });
  return (
    <>
      <FormDialog<Wish>
        isOpen={isOpen}
        title="邀请导购"
        okText="生成邀请码"
        isSending={write.isPending}
        start={{ name: '', storeId: stores.length === 1 ? stores[0]!.id : null, role: 'staff', employeeId: null }}
        onClose={onClose}
        onSubmit={({ storeId, ...wish }) =>
          storeId && write.mutate({ body: { ...wish, storeId, employeeId: wish.employeeId ?? null } })
        }
      >
        <Form.Item label="邀请谁" name="name" rules={[{ required: true, whitespace: true, message: '写上名字' }]}>
          <Input maxLength={30} placeholder="沈知夏" />
        </Form.Item>
        <div className="two-fields">
          <Form.Item label="在哪家店" name="storeId" rules={[{ required: true, message: '选一家店' }]}>
            <Select
              showSearch
              optionFilterProp="label"
              placeholder="选门店"
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item label="角色" name="role">
            <Select
              disabled={isManager}
              options={STAFF_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
            />
          </Form.Item>
        </div>
        {isOwner && (
          <Form.Item label="绑定已有的后台账号" name="employeeId" extra="不选就新建一位没有后台账号的员工">
            <Select
              allowClear
              showSearch
              optionFilterProp="label"
              placeholder="不绑定"
              options={employees
                .filter(({ state }) => state === 'active')
                .map(({ id, name, loginName }) => ({ value: id, label: loginName ? `${name}（${loginName}）` : name }))}
            />
          </Form.Item>
        )}
      </FormDialog>
      <Made made={made} onClose={() => setMade(null)} />
    </>
  );
}

function Made({ made, onClose }: { made: Made | null; onClose(): void }) {
  const words =
    made && `${made.name}，请来${made.storeName}当导购：打开小程序「我的 › 导购工作台」，填邀请码 ${made.token}。`;
  return (
    <Modal
      open={made !== null}
      title="邀请码好了"
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          好了
        </Button>
      }
    >
      {made && (
        <>
          <Typography.Title level={2} copyable className="num">
            {made.token}
          </Typography.Title>
          <Typography.Paragraph copyable={{ text: `${words} ${made.url}` }}>{words}</Typography.Paragraph>
          <p className="sub">有效到 {clockOf(made.expiresAt)}，只给一个人用；他应了以后，到「邀请」里点同意。</p>
        </>
      )}
    </Modal>
  );
}
