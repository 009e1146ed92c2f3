import type { ReactNode } from 'react';
import { CopyOutlined, EyeInvisibleOutlined, EyeOutlined, SettingOutlined } from '@ant-design/icons';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { PlatformIcon } from '../../components/PlatformIcon';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { knownKind, titleOf, type DraftBlock, type DraftDocument } from '../draft/blocks';
import type { Problem } from '../draft/problems';
import { summaryOf } from '../draft/summary';
import { RemoveButton } from '../RemoveButton';
import { SortableList } from '../../components/SortableList';
import { BlockIcon } from './BlockIcon';
import type { BlockActions } from './useBlockActions';

interface StructureProps {
  document: DraftDocument;
  problems: Problem[];
  /** Null: the page's own settings. */
  selectedId: string | null;
  actions: BlockActions;
}

/** The page's blocks in their order. */
export function Structure({ document: { blocks }, problems, selectedId, actions }: StructureProps) {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const pageErrors = problems.filter(({ blockId, level }) => blockId === null && level === 'error').length;
  return (
    <section className="ed-col" aria-label="页面结构">
      <div className="ed-cap">
        <h3>页面结构</h3>
        <span className="note num">
          {blocks.length} / {MAX_BLOCKS}
        </span>
        <div className="grow" />
        {pageErrors > 0 && <span className="bl-err">{pageErrors}</span>}
        <button
          type="button"
          className={`ib ${selectedId === null ? 'on' : ''}`}
          title="页面设置：标题、分享、主题"
          aria-label="页面设置"
          onClick={() => actions.select(null)}
        >
          <SettingOutlined />
        </button>
      </div>
      <div className="ed-scroll bl">
        {blocks.length === 0 && <p className="note bl-none">还没有区块。从左边点一个，加到页面上。</p>}
        <SortableList
          ids={blocks.map(({ id }) => id)}
          nameOf={(id) => titleOf(byId.get(id)!)}
          onSort={actions.order}
          draw={(id, grip) => (
            <Line
              block={byId.get(id)!}
              grip={grip}
              isOn={selectedId === id}
              errors={problems.filter(({ blockId, level }) => blockId === id && level === 'error').length}
              actions={actions}
            />
          )}
        />
      </div>
    </section>
  );
}

interface LineProps {
  block: DraftBlock;
  grip: ReactNode;
  isOn: boolean;
  errors: number;
  actions: BlockActions;
}

function Line({ block, grip, isOn, errors, actions }: LineProps) {
  const isHidden = block.visible?.isHidden === true;
  const title = titleOf(block);
  return (
    <div className={`bl-item ${isOn ? 'on' : ''} ${isHidden ? 'hid' : ''}`}>
      {grip}
      <button type="button" className="bl-open" aria-pressed={isOn} onClick={() => actions.select(block.id)}>
        <span className="ico">
          <BlockIcon kind={block.kind} />
        </span>
        <span className="two">
          <span className="bl-name ell">{title}</span>
          <span className="bl-sum ell">{block.note || summaryOf(block)}</span>
        </span>
      </button>
      <span className="bl-flags swap">
        <Flags block={block} />
        {isHidden && <EyeInvisibleOutlined className="mut" aria-label="不显示" />}
        {errors > 0 && (
          <span className="bl-err" title={`${errors} 个必须处理的问题`}>
            {errors}
          </span>
        )}
      </span>
      <span className="bl-tools">
        <button
          type="button"
          className="ib"
          disabled={knownKind(block) === null}
          title="复制"
          aria-label={`复制${title}`}
          onClick={() => actions.copy(block.id)}
        >
          <CopyOutlined />
        </button>
        <button
          type="button"
          className="ib"
          title={isHidden ? '显示' : '先不显示'}
          aria-label={`${isHidden ? '显示' : '隐藏'}${title}`}
          onClick={() => actions.toggle(block.id)}
        >
          {isHidden ? <EyeOutlined /> : <EyeInvisibleOutlined />}
        </button>
        <RemoveButton name={`删除${title}`} onClick={() => actions.remove(block.id)} />
      </span>
    </div>
  );
}

/** For whom: only what narrows it. */
function Flags({ block: { visible } }: { block: DraftBlock }) {
  const named = Array.isArray(visible?.platforms) ? (visible.platforms as unknown[]) : [];
  const platforms = PLATFORMS.filter((platform) => named.includes(platform));
  return (
    <>
      {platforms.length < PLATFORMS.length &&
        platforms.map((platform) => <PlatformIcon key={platform} platform={platform} size={13} />)}
      {visible?.login === 'in' && <span className="chip">会员</span>}
      {visible?.login === 'out' && <span className="chip">游客</span>}
      {(visible?.from !== undefined || visible?.until !== undefined) && <span className="chip">定时</span>}
    </>
  );
}
