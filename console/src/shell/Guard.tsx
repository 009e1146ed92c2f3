import { Outlet, useLocation } from 'react-router';
import type { Role } from '@jishi/contract/plain/roles';
import { Blank } from '../components/Blank';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { NAV } from './nav';

/** Says kindly what the server would refuse: a page that is none of this role's. */
export function Guard({ role }: { role: Role }) {
  const { pathname } = useLocation();
  const path = `/${pathname.split('/')[1] ?? ''}`;
  const item = NAV.flatMap(({ items }) => items).find((one) => one.path === path);
  if (!item || item.roles.includes(role)) return <Outlet />;
  return (
    <Blank
      title={`${ROLE_WORDS[role]}没有“${item.label}”的权限`}
      hint="需要的话，请店主在“员工与角色”里换一个角色"
      isPage
    />
  );
}
