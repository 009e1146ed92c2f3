import { Button, Tooltip } from 'antd';
import { ArrowLeftOutlined, HistoryOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Chip } from '../../components/Chip';
import type { SaveState } from '../draft/useAutosave';
import type { LayoutPageRow } from '../rows';
import { PhonePreview } from './PhonePreview';
import { SavedMark } from './SavedMark';

interface Step {
  isOff: boolean;
  run(): void;
}

interface EditorBarProps {
  page: LayoutPageRow;
  state: SaveState;
  onSave(): void;
  onLeave(): void;
  undo: Step;
  redo: Step;
  preview: { phoneUrl: string; expiresAt: string } | undefined;
  errors: number;
  onVersions(): void;
  onPublish(): void;
}

export function EditorBar(props: EditorBarProps) {
  const { page, state, onSave, onLeave, undo, redo, preview, errors, onVersions, onPublish } = props;
  return (
    <header className="ed-top">
      <Button type="text" icon={<ArrowLeftOutlined />} aria-label="回到店铺装修" onClick={onLeave} />
      <h2>{page.title}</h2>
      <Chip>草稿</Chip>
      <SavedMark state={state} onRetry={onSave} />
      <Tooltip title="撤销 ⌘Z">
        <Button type="text" icon={<UndoOutlined />} disabled={undo.isOff} onClick={undo.run} aria-label="撤销" />
      </Tooltip>
      <Tooltip title="重做 ⇧⌘Z">
        <Button type="text" icon={<RedoOutlined />} disabled={redo.isOff} onClick={redo.run} aria-label="重做" />
      </Tooltip>
      <div className="grow" />
      <Button icon={<HistoryOutlined />} onClick={onVersions}>
        版本
      </Button>
      <PhonePreview url={preview?.phoneUrl} expiresAt={preview?.expiresAt} onOpen={onSave} />
      <Tooltip title={errors > 0 ? `还有 ${errors} 个必须处理的问题` : undefined}>
        <Button type="primary" onClick={onPublish}>
          发布
        </Button>
      </Tooltip>
    </header>
  );
}
