import { App } from 'antd';
import { useWrite } from '../api/useWrite';
import type { CodeRow } from './CodesPage';

export function CodeActions({ code, onShow }: { code: CodeRow; onShow(): void }) {
  const { modal } = App.useApp();
  const revoke = useWrite('POST /admin/codes/:token/revoke', { changes: ['GET /admin/codes'], done: '作废了' });
  const ask = () =>
    void modal.confirm({
      title: `作废“${code.name}”？`,
      content: '已经印出去的也不再能用，并且不能恢复。',
      okText: '作废',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync({ params: { token: code.token } }).catch(() => undefined),
    });
  if (code.state !== 'active') return null;
  return (
    <div className="acts">
      <button type="button" className="link" onClick={onShow}>
        看码
      </button>
      <button type="button" className="link danger" onClick={ask}>
        作废
      </button>
    </div>
  );
}
