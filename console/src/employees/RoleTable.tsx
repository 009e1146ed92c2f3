import { CheckOutlined } from '@ant-design/icons';
import { ROLES } from '@jishi/contract/plain/roles';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { NAV } from '../shell/nav';

/** Which pages a role has: the menu itself, as a table. */
export function RoleTable() {
  return (
    <table className="roles">
      <thead>
        <tr>
          <th scope="col">页面</th>
          {ROLES.map((role) => (
            <th key={role} scope="col">
              {ROLE_WORDS[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NAV.flatMap(({ items }) => items).map(({ path, label, roles }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            {ROLES.map((role) => (
              <td key={role}>
                {roles.includes(role) ? <CheckOutlined aria-label="能" /> : <span aria-label="不能">—</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
