import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Face } from '../components/Face';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { clockOf } from '../time';
import { EmployeeActions } from './EmployeeActions';
import { EmployeeDialog } from './EmployeeDialog';
import { RoleTable } from './RoleTable';

export type EmployeeRow = AdminOk<'GET /admin/employees'>['items'][number];

export function EmployeesPage() {
  const list = wholeList(useRead('GET /admin/employees', {}));
  const [edited, setEdited] = useState<EmployeeRow | 'new' | null>(null);
  return (
    <Page
      title="员工与角色"
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          添加员工
        </Button>
      }
    >
      <div className="grid">
        <Panel isFlush>
          <Employees list={list} onEdit={setEdited} />
        </Panel>
        <Panel title="角色能做什么" note="菜单按角色显示，没有的权限服务器也会拒绝">
          <RoleTable />
        </Panel>
      </div>
      <EmployeeDialog edited={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}

interface EmployeesProps {
  list: ReturnType<typeof wholeList<EmployeeRow>>;
  onEdit(row: EmployeeRow): void;
}

function Employees({ list, onEdit }: EmployeesProps) {
  const stores = useRead('GET /admin/stores', {}).data?.items ?? [];
  const storeNames = (ids: readonly string[]) =>
    ids.map((id) => stores.find((store) => store.id === id)?.name ?? '…').join('、');
  return (
    <DataTable
      list={list}
      blank={<Blank title="还没有员工" hint="添加第一位，给他们各自的账号" />}
      columns={[
        {
          title: '员工',
          key: 'name',
          render: (_, { name, loginName }) => (
            <div className="row with-picture">
              <Face name={name} />
              <Two above={name} below={loginName ?? '没有后台账号'} />
            </div>
          ),
        },
        { title: '角色', key: 'role', width: 100, render: (_, { role }) => ROLE_WORDS[role] },
        {
          title: '看得到的订单',
          key: 'stores',
          render: (_, { role, storeIds }) => {
            if (role !== 'store_manager' && role !== 'staff') return <span className="mut">全部</span>;
            return storeIds.length > 0 ? storeNames(storeIds) : <span className="warn-t">还没有指定门店</span>;
          },
        },
        {
          title: '状态',
          key: 'state',
          width: 150,
          render: (_, { state, mustChangePassword }) => {
            if (state === 'disabled') return <Dot tone="mute">已停用</Dot>;
            return mustChangePassword ? <Dot tone="warn">等他换密码</Dot> : <Dot tone="ok">在用</Dot>;
          },
        },
        { title: '加入', key: 'createdAt', width: 150, render: (_, { createdAt }) => clockOf(createdAt) },
        {
          key: 'acts',
          width: 190,
          render: (_, row) => <EmployeeActions row={row} onEdit={() => onEdit(row)} />,
        },
      ]}
    />
  );
}
