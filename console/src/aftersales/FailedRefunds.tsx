import { Button } from 'antd';
import { useList } from '../api/useList';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Money } from '../components/Money';
import { OrderCell } from '../components/OrderCell';
import { Two } from '../components/Two';
import { clockOf } from '../time';

/** Money that several tries did not bring back; each can be tried once more. */
export function FailedRefunds() {
  const list = useList('GET /admin/refunds', { state: 'failed', limit: 20 });
  const retry = useWrite('POST /admin/refunds/:refundId/retry', {
    changes: ['GET /admin/refunds', 'GET /admin/aftersales', 'GET /admin/aftersales/counts', 'GET /admin/board'],
    done: '已换一个单号再退一次',
  });
  return (
    <DataTable
      list={list}
      blank={<Blank title="没有退不成的款" hint="几次都没有退成的退款会出现在这里" isPage />}
      columns={[
        { title: '订单', width: 220, render: (_, row) => <OrderCell row={row} did="申请" /> },
        { title: '原因', dataIndex: 'reason', ellipsis: true },
        {
          title: '试过',
          width: 160,
          render: (_, { attempt, settledAt }) => (
            <Two above={`${attempt} 个单号`} below={settledAt ? `${clockOf(settledAt)} 放弃` : ''} />
          ),
        },
        { title: '金额', width: 120, align: 'right', render: (_, { amountFen }) => <Money fen={amountFen} isStrong /> },
        {
          title: '操作',
          width: 128,
          align: 'right',
          render: (_, { id }) => (
            <Button
              size="small"
              loading={retry.isPending && retry.variables.params.refundId === id}
              onClick={() => retry.mutate({ params: { refundId: id } })}
            >
              再退一次
            </Button>
          ),
        },
      ]}
    />
  );
}
