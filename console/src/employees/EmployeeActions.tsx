import { App, Typography } from 'antd';
import { useSession } from '../api/session';
import { useWrite } from '../api/useWrite';
import { hasCode } from '../api/adminError';
import { clockOf } from '../time';
import type { EmployeeRow } from './EmployeesPage';

/** Edit, reset the password, disable; not the last two on oneself. */
export function EmployeeActions({ row, onEdit }: { row: EmployeeRow; onEdit(): void }) {
  const { modal, message } = App.useApp();
  const isSelf = useSession().data?.employee?.id === row.id;
  const refusedLast = (error: unknown) => {
    if (!hasCode(error, 'conflict')) return false;
    void message.error('店铺至少要有一位店主');
    return true;
  };
  const reset = useWrite('POST /admin/employees/:employeeId/password', {
    changes: ['GET /admin/employees'],
    onDone: ({ password, validUntil }) =>
      void modal.success({
        title: `${row.name} 的新密码`,
        okText: '记下了',
        content: (
          <>
            <Typography.Text code copyable className="secret">
              {password}
            </Typography.Text>
            <p className="note">只显示这一次，{clockOf(validUntil)} 前有效。他登录后要先换成自己的密码。</p>
          </>
        ),
      }),
  });
  const setState = useWrite('PUT /admin/employees/:employeeId/state', {
    changes: ['GET /admin/employees'],
    onRefused: refusedLast,
  });
  const params = { employeeId: row.id };
  const isDisabled = row.state === 'disabled';

  const askReset = () =>
    void modal.confirm({
      title: `重置 ${row.name} 的密码？`,
      content: '他会立即退出登录，用新密码才能再进来。',
      okText: '重置',
      cancelText: '取消',
      onOk: () => reset.mutateAsync({ params }).catch(() => undefined),
    });
  const askState = () =>
    void modal.confirm({
      title: isDisabled ? `恢复 ${row.name}？` : `停用 ${row.name}？`,
      content: isDisabled ? '他可以用原来的账号登录。' : '他会立即退出登录，并且不能再进来。做过的事还在操作记录里。',
      okText: isDisabled ? '恢复' : '停用',
      cancelText: '取消',
      okButtonProps: { danger: !isDisabled },
      onOk: () =>
        setState.mutateAsync({ params, body: { state: isDisabled ? 'active' : 'disabled' } }).catch(() => undefined),
    });
  return (
    <div className="acts">
      <button type="button" className="link" onClick={onEdit}>
        编辑
      </button>
      {!isSelf && row.loginName && !isDisabled && (
        <button type="button" className="link" onClick={askReset}>
          重置密码
        </button>
      )}
      {!isSelf && (
        <button type="button" className={`link ${isDisabled ? '' : 'danger'}`} onClick={askState}>
          {isDisabled ? '恢复' : '停用'}
        </button>
      )}
    </div>
  );
}
