import { Button, Dropdown } from 'antd';
import { EllipsisOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { List } from '../../api/useList';
import { Blank } from '../../components/Blank';
import { Chip } from '../../components/Chip';
import { Count } from '../../components/Count';
import { DataTable } from '../../components/DataTable';
import { Dot, type Tone } from '../../components/Dot';
import { Two } from '../../components/Two';
import { clockOf } from '../../time';
import type { LayoutPageRow } from '../rows';
import { sayArms, sayAudience } from '../sayAudience';

export interface PageActions {
  releases(page: LayoutPageRow): void;
  rollBack(page: LayoutPageRow): void;
  copy(page: LayoutPageRow): void;
  remove(page: LayoutPageRow): void;
}

const PAGE_PLACES = { home: '打开店铺先看到', category: '底部“分类”', member: '底部“我的”' } as const;

export function PageTable({ list, actions }: { list: List<LayoutPageRow>; actions: PageActions }) {
  return (
    <DataTable
      list={list}
      blank={<Blank title="还没有页面" />}
      columns={[
        {
          title: '页面',
          key: 'page',
          render: (_, page) => (
            <Two
              above={
                <Link className="b" to={`/layouts/${page.id}`}>
                  {page.title}
                </Link>
              }
              below={page.page === 'campaign' ? `活动页 · ${page.slug}` : PAGE_PLACES[page.page]}
            />
          ),
        },
        { title: '状态', key: 'state', width: 150, render: (_, page) => <PageState page={page} /> },
        { title: '线上版本', key: 'live', width: 190, render: (_, page) => <LiveVersion page={page} /> },
        {
          title: '草稿',
          key: 'draft',
          width: 100,
          render: (_, { hasChanges }) =>
            hasChanges ? <Chip tone="warn">有改动</Chip> : <span className="mut">—</span>,
        },
        {
          title: '近 7 日设备',
          key: 'devices',
          width: 110,
          align: 'right',
          render: (_, { weekDevices }) =>
            weekDevices > 0 ? <Count value={weekDevices} /> : <span className="mut">—</span>,
        },
        {
          title: '最近编辑',
          key: 'edited',
          width: 150,
          render: (_, { editedBy, editedAt }) =>
            editedAt ? (
              <Two above={editedBy ?? '—'} below={<span className="num">{clockOf(editedAt)}</span>} />
            ) : (
              <span className="mut">没有编辑过</span>
            ),
        },
        {
          title: '',
          key: 'acts',
          width: 130,
          align: 'right',
          render: (_, page) => <Acts page={page} actions={actions} />,
        },
      ]}
    />
  );
}

function PageState({ page: { releases, page } }: { page: LayoutPageRow }) {
  const live = releases.find(({ state }) => state === 'live');
  const waiting = releases.find(({ state }) => state === 'waiting');
  const [tone, word]: [Tone, string] = live
    ? ['ok', live.arms.length > 1 ? '线上 · 对比中' : '线上']
    : waiting
      ? ['info', `${clockOf(waiting.from ?? waiting.createdAt)} 上线`]
      : ['mute', page === 'campaign' ? '没有上线' : '店铺自带'];
  return <Two above={<Dot tone={tone}>{word}</Dot>} below={live && waiting ? '另有排期' : ''} />;
}

function LiveVersion({ page: { releases } }: { page: LayoutPageRow }) {
  const live = releases.find(({ state }) => state === 'live');
  if (!live) return <span className="mut">—</span>;
  return <Two above={<span className="num">{sayArms(live)}</span>} below={sayAudience(live) || '所有人'} />;
}

function Acts({ page, actions }: { page: LayoutPageRow; actions: PageActions }) {
  const items = [
    { key: 'releases', label: '发布记录', onClick: () => actions.releases(page) },
    { key: 'rollBack', label: '退回上一版', onClick: () => actions.rollBack(page) },
    { key: 'copy', label: '复制为活动页', onClick: () => actions.copy(page) },
    ...(page.page === 'campaign'
      ? [
          { type: 'divider' as const },
          { key: 'remove', label: '删除', danger: true, onClick: () => actions.remove(page) },
        ]
      : []),
  ];
  return (
    <div className="acts">
      <Link to={`/layouts/${page.id}`}>编辑</Link>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={`${page.title}：更多`} />
      </Dropdown>
    </div>
  );
}
