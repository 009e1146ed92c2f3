import { useState } from 'react';
import { App, Button, Drawer, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { sentenceOf } from '../../api/adminError';
import { useRead } from '../../api/useRead';
import { useWrite } from '../../api/useWrite';
import { Blank } from '../../components/Blank';
import { LoadingRows } from '../../components/LoadingRows';
import { clockOf } from '../../time';
import type { DraftDocument } from '../draft/blocks';
import { readDocument } from '../draft/readDocument';
import { LAYOUT_READS } from '../layoutReads';
import { liveVersionIds, type LayoutPageRow, type LayoutVersion } from '../rows';
import { ChangeList } from './ChangeList';

interface VersionsDrawerProps {
  isOpen: boolean;
  page: LayoutPageRow;
  draft: DraftDocument;
  onClose(): void;
  /** A version's content becomes the draft; undo brings the present one back. */
  onTake(document: DraftDocument): void;
}

const useVersion = (versionId: string | null) =>
  useQuery({
    queryKey: ['layout-version', versionId],
    queryFn: () => call('GET /admin/layout-versions/:versionId', { params: { versionId: versionId! } }),
    enabled: versionId !== null,
    staleTime: Infinity,
  });

/** What was published, what is different now, and the way back. */
export function VersionsDrawer({ isOpen, onClose, ...rest }: VersionsDrawerProps) {
  return (
    <Drawer open={isOpen} onClose={onClose} size={600} title="版本" destroyOnHidden className="versions">
      <Versions {...rest} onClose={onClose} />
    </Drawer>
  );
}

function Versions({ page, draft, onClose, onTake }: Omit<VersionsDrawerProps, 'isOpen'>) {
  const list = useRead('GET /admin/layouts/:pageId/versions', { params: { pageId: page.id }, query: { limit: 50 } });
  const versions = list.data?.items;
  const [chosen, setChosen] = useState<string | null>(null);
  const [against, setAgainst] = useState('draft');
  const version = versions?.find(({ id }) => id === chosen) ?? versions?.[0];
  const old = useVersion(version?.id ?? null);
  const other = useVersion(against === 'draft' ? null : against);
  if (list.isError)
    return (
      <Blank kind="error" title="没有读到版本" hint={sentenceOf(list.error)} onRetry={() => void list.refetch()} />
    );
  if (!versions) return <LoadingRows />;
  if (!version) return <Blank title="还没有发布过" hint="第一次发布以后，每个版本都留在这里" isPage />;
  const live = liveVersionIds(page);
  const name = ({ id, number, createdAt }: LayoutVersion) =>
    `v${number}${live.includes(id) ? ' · 线上' : ''} · ${clockOf(createdAt)}`;
  const after = against === 'draft' ? draft : other.data && readDocument(other.data.document);
  return (
    <>
      <div className="row version-pair">
        <Select
          aria-label="旧版本"
          value={version.id}
          onChange={setChosen}
          options={versions.map((each) => ({ value: each.id, label: name(each) }))}
        />
        <span className="mut">→</span>
        <Select
          aria-label="新版本"
          value={against}
          onChange={setAgainst}
          options={[
            { value: 'draft', label: '现在的草稿' },
            ...versions.map((each) => ({ value: each.id, label: name(each) })),
          ]}
        />
      </div>
      <div className="row version-note">
        <span className="sub grow">
          {version.createdBy} 发布{version.note && `：${version.note}`}
        </span>
        <Button
          size="small"
          disabled={!old.data}
          onClick={() => {
            if (old.data) onTake(readDocument(old.data.document));
            onClose();
          }}
        >
          取回到草稿
        </Button>
        <RollBackButton page={page} version={version} isLive={live.length === 1 && live[0] === version.id} />
      </div>
      {(old.isError || other.isError) && (
        <Blank kind="error" title="没有读到这个版本" onRetry={() => void old.refetch()} />
      )}
      {!old.isError && !(old.data && after) && <LoadingRows />}
      {old.data && after && <ChangeList before={readDocument(old.data.document)} after={after} />}
    </>
  );
}

interface RollBackButtonProps {
  page: LayoutPageRow;
  version: LayoutVersion;
  isLive: boolean;
}

function RollBackButton({ page, version, isLive }: RollBackButtonProps) {
  const { modal } = App.useApp();
  const rollBack = useWrite('POST /admin/layouts/:pageId/rollback', {
    changes: LAYOUT_READS,
    done: `已经回到 v${version.number}，对所有人生效`,
  });
  const ask = () =>
    void modal.confirm({
      title: `把「${page.title}」退回 v${version.number}？`,
      content: '马上对所有人生效；线上和排期中的发布都会撤下。草稿不受影响。',
      okText: '退回',
      onOk: () => rollBack.mutateAsync({ params: { pageId: page.id }, body: { versionId: version.id } }),
    });
  return (
    <Button size="small" type="primary" ghost disabled={isLive} loading={rollBack.isPending} onClick={ask}>
      {isLive ? '正在线上' : `退回 v${version.number}`}
    </Button>
  );
}
