import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Chip } from '../components/Chip';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { ExperimentPanel } from './list/ExperimentPanel';
import { NewPageDialog } from './list/NewPageDialog';
import { PageTable } from './list/PageTable';
import { ReleasesDrawer } from './list/ReleasesDrawer';
import { ScheduleChart } from './list/ScheduleChart';
import { useRemovePage } from './list/useRemovePage';
import { useRollBack } from './list/useRollBack';
import type { LayoutPageRow } from './rows';
import './list/layouts.css';

/** Every page of the shop: what is live, what comes, how it sells. */
export function LayoutsPage() {
  const read = useRead('GET /admin/layouts', {});
  const pages = read.data?.items ?? [];
  const [created, setCreated] = useState<{ copyOf: string | null } | null>(null);
  const [listedId, setListedId] = useState<string | null>(null);
  const rollBack = useRollBack();
  const remove = useRemovePage();
  const listReleases = ({ id }: LayoutPageRow) => setListedId(id);
  return (
    <Page
      title="店铺装修"
      note="改好先存草稿，发布以后顾客下次打开就能看到"
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreated({ copyOf: null })}>
          新建活动页
        </Button>
      }
    >
      <div className="grid">
        {read.data && (
          <div className="grid layouts-top">
            <Panel title="排期" note="今后两周" extra={<Legend />}>
              <ScheduleChart pages={pages} />
            </Panel>
            <ExperimentPanel pages={pages} onReleases={listReleases} />
          </div>
        )}
        <Panel isFlush>
          <PageTable
            list={wholeList(read)}
            actions={{
              releases: listReleases,
              rollBack: (page) => void rollBack(page),
              copy: ({ id }) => setCreated({ copyOf: id }),
              remove,
            }}
          />
        </Panel>
      </div>
      <NewPageDialog opened={created} pages={pages} onClose={() => setCreated(null)} />
      <ReleasesDrawer page={pages.find(({ id }) => id === listedId) ?? null} onClose={() => setListedId(null)} />
    </Page>
  );
}

function Legend() {
  return (
    <div className="row legend">
      <Chip tone="ok">线上</Chip>
      <Chip tone="hot">A/B</Chip>
      <Chip tone="info">已排期</Chip>
    </div>
  );
}
