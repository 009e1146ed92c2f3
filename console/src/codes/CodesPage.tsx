import { useState } from 'react';
import { Button, Input } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useList, type RowOf } from '../api/useList';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot, type Tone } from '../components/Dot';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { CodeActions } from './CodeActions';
import { CodeDialog } from './CodeDialog';
import { CodePictures } from './CodePictures';
import { TargetView } from './TargetView';

export type CodeRow = RowOf<'GET /admin/codes'>;

const STATES: Record<CodeRow['state'], { tone: Tone; word: string }> = {
  active: { tone: 'ok', word: '有效' },
  expired: { tone: 'mute', word: '已过期' },
  revoked: { tone: 'bad', word: '已作废' },
};

/** Codes that lead into the shop, and how many came through each. */
export function CodesPage() {
  const [campaign, setCampaign] = useState('');
  const list = useList('GET /admin/codes', { ...(campaign && { campaign }) });
  const [isMaking, setMaking] = useState(false);
  const [shown, setShown] = useState<CodeRow | null>(null);
  return (
    <Page
      title="推广码"
      note="海报、桌牌、员工各用各的码，来的人记在码上"
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
          建码
        </Button>
      }
    >
      <Panel isFlush>
        <div className="filters">
          <Input.Search
            allowClear
            placeholder="活动名"
            maxLength={40}
            aria-label="按活动名找"
            className="filter-search"
            onSearch={(text) => setCampaign(text.trim())}
          />
        </div>
        <DataTable
          list={list}
          blank={
            campaign ? (
              <Blank title="没有找到" hint={`活动“${campaign}”没有码`} />
            ) : (
              <Blank title="还没有码" hint="建一个，印在海报上，看看多少人扫" />
            )
          }
          columns={[
            {
              title: '名字',
              key: 'name',
              render: (_, { name, token }) => <Two above={name} below={token} />,
            },
            {
              title: '通往',
              key: 'target',
              render: (_, { target }) => <TargetView target={target} />,
            },
            {
              title: '活动',
              key: 'campaign',
              width: 150,
              render: (_, row) => row.campaign || <span className="mut">—</span>,
            },
            {
              title: '带来的来访',
              key: 'scans',
              width: 110,
              align: 'right',
              render: (_, { scans }) => <span className="num">{scans.toLocaleString('zh-CN')}</span>,
            },
            {
              title: '状态',
              key: 'state',
              width: 110,
              render: (_, { state }) => <Dot tone={STATES[state].tone}>{STATES[state].word}</Dot>,
            },
            { key: 'acts', width: 130, render: (_, row) => <CodeActions code={row} onShow={() => setShown(row)} /> },
          ]}
        />
      </Panel>
      <CodeDialog isOpen={isMaking} onClose={() => setMaking(false)} />
      <CodePictures code={shown} onClose={() => setShown(null)} />
    </Page>
  );
}
