import { useState } from 'react';
import { App, Button, Dropdown, Menu, Modal, Tooltip } from 'antd';
import { DownOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { queryClient } from '../api/queryClient';
import { signOut, type Employee } from '../api/session';
import { Face } from '../components/Face';
import { Logo } from '../components/Logo';
import { useDark } from '../dark';
import { PasswordForm } from '../signIn/PasswordForm';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { NAV } from './nav';

/** The frame of every page but the editor: what one may do on the left, who one is above. */
export function Shell({ employee }: { employee: Employee }) {
  const { isDark, setDark } = useDark();
  const { message } = App.useApp();
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="shell">
      <div className="brandbar">
        <Logo />
        <b>集市</b>
        <span className="note">后台</span>
      </div>
      <header className="topbar">
        <div className="grow" />
        <Tooltip title={isDark ? '浅色' : '深色'}>
          <Button
            type="text"
            icon={isDark ? <SunOutlined /> : <MoonOutlined />}
            onClick={() => setDark(!isDark)}
            aria-label="切换深浅色"
          />
        </Tooltip>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'password', label: '修改密码', onClick: () => setChanging(true) },
              { key: 'out', label: '退出登录', onClick: () => void leave() },
            ],
          }}
        >
          <button type="button" className="store-sw">
            <Face name={employee.name} />
            <span>{employee.name}</span>
            <span className="note">{ROLE_WORDS[employee.role]}</span>
            <DownOutlined />
          </button>
        </Dropdown>
      </header>
      <Side employee={employee} />
      <main className="main">
        <Outlet />
      </main>
      <Modal
        open={isChanging}
        title="修改密码"
        footer={null}
        width={420}
        onCancel={() => setChanging(false)}
        destroyOnHidden
      >
        <PasswordForm
          onDone={() => {
            setChanging(false);
            void message.success('密码改好了，别处的登录都退出了');
          }}
        />
      </Modal>
    </div>
  );
}

function Side({ employee: { role } }: { employee: Employee }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const groups = NAV.map(({ title, items }) => ({
    type: 'group' as const,
    key: title,
    label: title,
    children: items
      .filter(({ roles }) => roles.includes(role))
      .map(({ path, label, icon: Icon }) => ({ key: path, label, icon: <Icon /> })),
  })).filter(({ children }) => children.length > 0);
  return (
    <nav className="side" aria-label="主导航">
      <Menu
        mode="inline"
        items={groups}
        selectedKeys={[`/${pathname.split('/')[1] ?? ''}`]}
        onClick={({ key }) => void navigate(key)}
      />
    </nav>
  );
}

async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  queryClient.clear();
  location.assign('/');
}
