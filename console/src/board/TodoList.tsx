import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { TodoKind } from '@jishi/contract/plain/board';
import type { AdminOk } from '../api/call';
import { Blank } from '../components/Blank';
import { Chip } from '../components/Chip';
import { Panel } from '../components/Panel';
import { spanOf } from '../time';

type Todo = AdminOk<'GET /admin/board'>['todos'][number];

/** What waits, where one sees it, and what is said when none of it is late. */
const KINDS: Record<TodoKind, { name: string; to: string; note: string }> = {
  ship: { name: '待发货订单', to: '/orders?tab=ship', note: '都在 48 小时内' },
  answer: { name: '售后申请待答复', to: '/aftersales?state=requested', note: '都还没有超时' },
  receive: { name: '退货待收货', to: '/aftersales?state=returning', note: '到了就验收' },
  pickup: { name: '待到店自提', to: '/orders?tab=pickup', note: '都在 7 天内' },
  refund: { name: '退款没有退成', to: '/aftersales?state=failed', note: '' },
  bill: { name: '对账有出入', to: '/bills', note: '' },
  report: { name: '发货没有报到平台', to: '/shipping-reports', note: '' },
  stock: { name: '商品库存不足', to: '/products?low=1', note: '剩 5 件或更少' },
};

/** What is late first; each leads to where it is done. */
export function TodoList({ todos, at }: { todos: readonly Todo[]; at: string }) {
  return (
    <Panel title="待处理" note="超时的在前" isFlush>
      {todos.length === 0 ? (
        <Blank title="都处理完了" hint="新的订单和售后会出现在这里" />
      ) : (
        todos.map((todo) => <Row key={todo.kind} todo={todo} at={Date.parse(at)} />)
      )}
    </Panel>
  );
}

function Row({ todo: { kind, count, lateCount, lateSince }, at }: { todo: Todo; at: number }) {
  const { name, to, note } = KINDS[kind];
  return (
    <Link className="todo" to={to}>
      <span className={`cnt num ${lateCount > 0 ? 'bad-t' : ''}`}>{count.toLocaleString('zh-CN')}</span>
      <span className="ell grow">{name}</span>
      {lateSince ? (
        <Chip tone="bad">{`${lateCount} 件超时，最久 ${spanOf(at - Date.parse(lateSince))}`}</Chip>
      ) : (
        <span className="sub">{note}</span>
      )}
      <RightOutlined className="todo-go" aria-hidden />
    </Link>
  );
}
