import { createElement } from 'react';
import { App } from 'antd';
import { useWrite } from '../api/useWrite';
import { RevokeWords } from './RevokeWords';

/** Asks first, and says what becomes of paper that hangs somewhere; one code or several, all or none. */
export function useRevoke(onDone?: () => void) {
  const { modal } = App.useApp();
  const revoke = useWrite('POST /admin/codes/revoke', {
    changes: ['GET /admin/codes', 'GET /admin/guides'],
    done: '作废了',
    ...(onDone && { onDone }),
  });
  return (codes: readonly { token: string; name: string }[]) =>
    void modal.confirm({
      title: codes.length === 1 ? `作废“${codes[0]!.name}”？` : `作废选中的 ${codes.length} 个码？`,
      content: createElement(RevokeWords),
      okText: '作废',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync({ body: { tokens: codes.map(({ token }) => token) } }).catch(() => undefined),
    });
}
