import { App, Button } from 'antd';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import { useList, type RowOf } from '../api/useList';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { clockOf } from '../time';

type Row = RowOf<'GET /admin/staff-invitations'>;

const STATES: Record<Row['state'], { tone: 'ok' | 'warn' | 'mute' | 'info'; text: string }> = {
  open: { tone: 'info', text: '等他来应' },
  asked: { tone: 'warn', text: '等你答复' },
  approved: { tone: 'ok', text: '已经加入' },
  rejected: { tone: 'mute', text: '没有同意' },
  withdrawn: { tone: 'mute', text: '已收回' },
  expired: { tone: 'mute', text: '过期了' },
};

export function InvitationList({ onInvite }: { onInvite(): void }) {
  const list = useList('GET /admin/staff-invitations', { limit: 30 });
  return (
    <Panel isFlush>
      <DataTable<Row>
        list={list}
        blank={
          <Blank
            title="还没有邀请过谁"
            hint="发一个邀请码，他在小程序里填上，你点同意"
            action={<Button onClick={onInvite}>邀请导购</Button>}
          />
        }
        columns={[
          {
            title: '邀请谁',
            key: 'name',
            render: (_, { name, role, storeName }) => <Two above={name} below={`${storeName} · ${ROLE_WORDS[role]}`} />,
          },
          {
            title: '邀请码',
            key: 'token',
            width: 140,
            render: (_, { token, state }) => <span className={state === 'open' ? 'num b' : 'num mut'}>{token}</span>,
          },
          {
            title: '谁来应的',
            key: 'asked',
            render: (_, { askedName, maskedPhone, askedAt }) =>
              askedAt ? (
                <Two above={`${askedName} ${maskedPhone || '没有验证过手机'}`} below={clockOf(askedAt)} />
              ) : (
                <span className="mut">还没有人</span>
              ),
          },
          {
            title: '状态',
            key: 'state',
            width: 120,
            render: (_, { state }) => <Dot tone={STATES[state].tone}>{STATES[state].text}</Dot>,
          },
          { title: '有效到', key: 'expiresAt', width: 150, render: (_, { expiresAt }) => clockOf(expiresAt) },
          { key: 'acts', width: 150, render: (_, row) => <Acts row={row} /> },
        ]}
      />
    </Panel>
  );
}

function Acts({ row }: { row: Row }) {
  const { modal } = App.useApp();
  const changes = ['GET /admin/staff-invitations', 'GET /admin/guides'] as const;
  const decide = useWrite('POST /admin/staff-invitations/:invitationId/decision', { changes, done: '答复了' });
  const withdraw = useWrite('POST /admin/staff-invitations/:invitationId/withdraw', { changes, done: '收回了' });
  const params = { invitationId: row.id };
  if (row.state === 'open') {
    return (
      <div className="acts">
        <button type="button" className="link" onClick={() => withdraw.mutate({ params })}>
          收回
        </button>
      </div>
    );
  }
  if (row.state !== 'asked') return null;
  const approve = () =>
    modal.confirm({
      title: `让${row.askedName}加入${row.storeName}？`,
      content: '他的小程序里会有导购工作台；扫他的码来的顾客和订单算在他名下。',
      okText: '同意',
      cancelText: '再想想',
      onOk: () => decide.mutateAsync({ params, body: { isApproved: true } }),
    });
  return (
    <div className="acts">
      <button type="button" className="link" onClick={() => void approve()}>
        同意
      </button>
      <button type="button" className="link" onClick={() => decide.mutate({ params, body: { isApproved: false } })}>
        不同意
      </button>
    </div>
  );
}
