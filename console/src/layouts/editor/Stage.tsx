import type { ReactNode } from 'react';
import { Button, DatePicker, Segmented, Skeleton } from 'antd';
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  ReloadOutlined,
} from '@ant-design/icons';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { sentenceOf } from '../../api/adminError';
import { Blank } from '../../components/Blank';
import { PlatformIcon } from '../../components/PlatformIcon';
import { fromPicker, toPicker } from '../beijing';
import { knownKind, titleOf, type DraftDocument } from '../draft/blocks';
import { wholeBlock } from '../draft/problems';
import { RemoveButton } from '../RemoveButton';
import type { BlockActions } from './useBlockActions';
import type { usePreview, Viewer } from './usePreview';

interface StageProps {
  document: DraftDocument;
  selectedId: string | null;
  preview: ReturnType<typeof usePreview>;
  viewer: Viewer;
  onViewer(viewer: Viewer): void;
  actions: BlockActions;
  children: ReactNode;
}

/** The shop's own page in a phone, for whom and when the person says. */
export function Stage({ document, selectedId, preview, viewer, onViewer, actions, children }: StageProps) {
  return (
    <div className="stage">
      <ViewerBar viewer={viewer} onViewer={onViewer} />
      <div className="stage-mid">
        <div className="phone">
          <Frame preview={preview} />
          <Tools document={document} selectedId={selectedId} preview={preview} actions={actions} />
        </div>
      </div>
      {children}
    </div>
  );
}

function ViewerBar({ viewer, onViewer }: Pick<StageProps, 'viewer' | 'onViewer'>) {
  return (
    <div className="stage-bar">
      <Segmented
        size="small"
        aria-label="平台"
        value={viewer.platform}
        onChange={(platform) => onViewer({ ...viewer, platform })}
        options={PLATFORMS.map((platform) => ({
          value: platform,
          label: (
            <span className="ptag">
              <PlatformIcon platform={platform} size={14} />
              {PLATFORM_WORDS[platform]}
            </span>
          ),
        }))}
      />
      <Segmented
        size="small"
        aria-label="身份"
        value={viewer.isMember ? 'member' : 'guest'}
        onChange={(who) => onViewer({ ...viewer, isMember: who === 'member' })}
        options={[
          { value: 'guest', label: '游客' },
          { value: 'member', label: '会员' },
        ]}
      />
      <div className="grow" />
      <DatePicker
        size="small"
        variant="filled"
        showTime={{ format: 'HH:mm' }}
        format="M 月 D 日 HH:mm"
        placeholder="现在"
        aria-label="按哪个时间看"
        value={viewer.at ? toPicker(viewer.at) : null}
        onChange={(at) => onViewer({ ...viewer, at: at ? fromPicker(at) : null })}
      />
    </div>
  );
}

function Frame({ preview: { frame, pass, isReady } }: Pick<StageProps, 'preview'>) {
  if (pass.isError && !pass.data) {
    return (
      <div className="screen">
        <Blank
          kind="error"
          title="预览打不开"
          hint={`${sentenceOf(pass.error)}。编辑和保存不受影响`}
          onRetry={() => void pass.refetch()}
        />
      </div>
    );
  }
  return (
    <div className="screen">
      {pass.data && (
        <iframe
          key={pass.data.frameUrl}
          ref={frame}
          title="店铺预览"
          src={pass.data.frameUrl}
          // of what a page may do it draws and remembers; it opens nothing, asks nothing and leads this window nowhere
          sandbox="allow-scripts allow-same-origin"
          // the shop lets itself be framed by the one origin that asks, and has to hear which
          referrerPolicy="strict-origin"
        />
      )}
      {!isReady && (
        <div className="screen-wait" aria-busy>
          <Skeleton.Input active block />
          <Skeleton.Node active className="wide" />
          <Skeleton active paragraph={{ rows: 6 }} title={false} />
          {pass.data && (
            <Button type="text" size="small" icon={<ReloadOutlined />} onClick={() => void pass.refetch()}>
              店铺页面还没有应答，重新打开
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Tools({
  document,
  selectedId,
  preview,
  actions,
}: Pick<StageProps, 'document' | 'selectedId' | 'preview' | 'actions'>) {
  const at = document.blocks.findIndex(({ id }) => id === selectedId);
  const block = document.blocks[at];
  if (!block || !preview.isReady || !preview.drawn) return null;
  const { boxes, hiddenBlockIds, failedBlockIds } = preview.drawn;
  const box = boxes.find(({ blockId }) => blockId === block.id);
  const isHidden = block.visible?.isHidden === true;
  const kind = knownKind(block);
  const reason = hiddenBlockIds.includes(block.id)
    ? '现在不显示'
    : failedBlockIds.includes(block.id)
      ? '画不出来'
      : kind === null
        ? '不认识'
        : wholeBlock(block) === null
          ? '没填完'
          : '';
  const top = `min(${Math.max((box?.top ?? 0) - preview.top, 8)}px, calc(100% - 190px))`;
  return (
    <>
      <span className={`sel-tag ${reason ? 'mute' : ''}`} style={{ top }}>
        {titleOf(block)}
        {reason && ` · ${reason}`}
      </span>
      <div className="sel-tools" style={{ top }}>
        <Tool name="上移" isOff={at === 0} onClick={() => actions.shift(block.id, -1)} icon={<ArrowUpOutlined />} />
        <Tool
          name="下移"
          isOff={at === document.blocks.length - 1}
          onClick={() => actions.shift(block.id, 1)}
          icon={<ArrowDownOutlined />}
        />
        <Tool name="复制" onClick={() => actions.copy(block.id)} icon={<CopyOutlined />} />
        <Tool
          name={isHidden ? '显示' : '隐藏'}
          onClick={() => actions.toggle(block.id)}
          icon={isHidden ? <EyeOutlined /> : <EyeInvisibleOutlined />}
        />
        <RemoveButton onClick={() => actions.remove(block.id)} />
      </div>
    </>
  );
}

function Tool({
  name,
  icon,
  isOff = false,
  onClick,
}: {
  name: string;
  icon: ReactNode;
  isOff?: boolean;
  onClick(): void;
}) {
  return (
    <button type="button" className="ib" title={name} aria-label={name} disabled={isOff} onClick={onClick}>
      {icon}
    </button>
  );
}
