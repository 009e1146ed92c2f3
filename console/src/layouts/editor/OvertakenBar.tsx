import { useState } from 'react';
import { Alert, App, Button, Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { sentenceOf } from '../../api/adminError';
import { Blank } from '../../components/Blank';
import { LoadingRows } from '../../components/LoadingRows';
import { clockOf } from '../../time';
import type { DraftDocument } from '../draft/blocks';
import { readDocument } from '../draft/readDocument';
import { ChangeList } from './ChangeList';

interface OvertakenBarProps {
  pageId: string;
  mine: DraftDocument;
  editedBy: string;
  editedAt: string | null;
  /** Their draft becomes what is edited, on top of their revision; undo brings mine back. */
  onTake(theirs: DraftDocument, revision: number): void;
}

/** Somebody saved this draft first. Nothing of either is lost, and nothing is sent until the person has chosen. */
export function OvertakenBar({ pageId, mine, editedBy, editedAt, onTake }: OvertakenBarProps) {
  const { message } = App.useApp();
  const [isLooking, setLooking] = useState(false);
  const theirs = useQuery({
    queryKey: ['layout-draft', pageId, 'theirs'],
    queryFn: () => call('GET /admin/layouts/:pageId/draft', { params: { pageId } }),
    enabled: isLooking,
    gcTime: 0,
    staleTime: 0,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(mine, null, 2));
    void message.success('你的版本在剪贴板里了，可以贴到文件里保存');
  };
  const take = async () => {
    try {
      const { document, revision } = await call('GET /admin/layouts/:pageId/draft', { params: { pageId } });
      setLooking(false);
      onTake(readDocument(document), revision);
      void message.info('现在编辑的是对方的版本；按“撤销”可以换回你的');
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  const when = editedAt ? ` ${clockOf(editedAt)} ` : '';
  return (
    <>
      <Alert
        banner
        type="warning"
        title={`${editedBy || '别人'}${when}先保存了这个草稿，你的改动还没有存，也没有丢`}
        action={
          <div className="row overtaken">
            <Button size="small" onClick={() => setLooking(true)}>
              看看差别
            </Button>
            <Button size="small" onClick={() => void copy()}>
              复制我的
            </Button>
            <Button size="small" type="primary" onClick={() => void take()}>
              换成对方的
            </Button>
          </div>
        }
      />
      <Drawer
        open={isLooking}
        onClose={() => setLooking(false)}
        size={560}
        title="对方的草稿和你的"
        extra={<Button onClick={() => void take()}>换成对方的</Button>}
      >
        {theirs.data && <p className="note">红色是对方那里的，绿色是你这里的。</p>}
        {theirs.data && <ChangeList before={readDocument(theirs.data.document)} after={mine} />}
        {theirs.isPending && <LoadingRows />}
        {theirs.isError && <Blank kind="error" title="没有读到对方的草稿" onRetry={() => void theirs.refetch()} />}
      </Drawer>
    </>
  );
}
