import { useState } from 'react';
import { App, Button, Drawer, Select } from 'antd';
import { sentenceOf } from '../../api/adminError';
import { useRead } from '../../api/useRead';
import { useWrite } from '../../api/useWrite';
import { Blank } from '../../components/Blank';
import { Dot, type Tone } from '../../components/Dot';
import { LoadingRows } from '../../components/LoadingRows';
import { clockOf } from '../../time';
import { LAYOUT_READS } from '../layoutReads';
import type { LayoutPageRow, LayoutRelease } from '../rows';
import { sayArms, sayAudience } from '../sayAudience';
import { ResultTable } from './ResultTable';

const STATES: Record<LayoutRelease['state'], [Tone, string]> = {
  live: ['ok', '线上'],
  waiting: ['info', '已排期'],
  over: ['mute', '已结束'],
  withdrawn: ['mute', '已撤下'],
};
const STEPS = [5, 20, 50, 100];

/** Everything that was published of a page, and what may still be done to it. */
export function ReleasesDrawer({ page, onClose }: { page: LayoutPageRow | null; onClose(): void }) {
  return (
    <Drawer
      open={page !== null}
      onClose={onClose}
      size={560}
      title={page ? `「${page.title}」的发布记录` : ''}
      destroyOnHidden
    >
      {page && <Releases page={page} />}
    </Drawer>
  );
}

function Releases({ page }: { page: LayoutPageRow }) {
  const { data, error, refetch } = useRead('GET /admin/layouts/:pageId/releases', {
    params: { pageId: page.id },
    query: { limit: 50 },
  });
  if (error) return <Blank kind="error" title="没有读到" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (data.items.length === 0) return <Blank title="还没有发布过" isPage />;
  return (
    <ul className="releases">
      {data.items.map((release) => (
        <ReleaseItem key={release.id} release={release} />
      ))}
    </ul>
  );
}

function ReleaseItem({ release }: { release: LayoutRelease }) {
  const [isOpen, setOpen] = useState(release.state === 'live' && release.arms.length > 1);
  const [tone, word] = STATES[release.state];
  const { createdBy, createdAt, from, until, note, undoes } = release;
  return (
    <li className="release">
      <div className="row">
        <b className="num">{sayArms(release)}</b>
        <Dot tone={tone}>{word}</Dot>
        {undoes && <span className="chip">退回</span>}
        <div className="grow" />
        <ReleaseTools release={release} />
      </div>
      <p className="sub">
        {sayAudience(release) || '所有人'} · {clockOf(from ?? createdAt)} 起{until ? `，${clockOf(until)} 止` : ''}
      </p>
      <p className="sub">
        {createdBy} 在 {clockOf(createdAt)} 发布{note && `：${note}`}
      </p>
      {release.state !== 'waiting' && (
        <Button type="link" size="small" className="flat" onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起效果' : '看效果'}
        </Button>
      )}
      {isOpen && <ResultTable releaseId={release.id} />}
    </li>
  );
}

function ReleaseTools({ release: { id, state, rollout } }: { release: LayoutRelease }) {
  const { modal } = App.useApp();
  const enlarge = useWrite('PUT /admin/layout-releases/:releaseId/rollout', {
    changes: LAYOUT_READS,
    done: '灰度放大了',
  });
  const withdraw = useWrite('POST /admin/layout-releases/:releaseId/withdraw', {
    changes: LAYOUT_READS,
    done: '撤下了',
  });
  if (state !== 'live' && state !== 'waiting') return null;
  const larger = STEPS.filter((step) => step > rollout);
  return (
    <>
      {larger.length > 0 && (
        <Select
          size="small"
          aria-label="放大灰度"
          value={null}
          placeholder={`灰度 ${rollout}%，放大到`}
          loading={enlarge.isPending}
          options={larger.map((step) => ({ value: step, label: step === 100 ? '所有人' : `${step}%` }))}
          onChange={(step: number | null) =>
            step !== null && enlarge.mutate({ params: { releaseId: id }, body: { rollout: step } })
          }
        />
      )}
      <Button
        size="small"
        danger
        loading={withdraw.isPending}
        onClick={() =>
          void modal.confirm({
            title: state === 'live' ? '撤下这次发布？' : '取消这个排期？',
            content:
              state === 'live'
                ? '顾客下次打开，看到的是它下面的那一次发布；没有时是店铺自带的样子。'
                : '到时候不会再上线。',
            okText: '撤下',
            okButtonProps: { danger: true },
            onOk: () => withdraw.mutateAsync({ params: { releaseId: id } }),
          })
        }
      >
        撤下
      </Button>
    </>
  );
}
