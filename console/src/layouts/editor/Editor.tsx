import { useCallback, useMemo, useState } from 'react';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useRead } from '../../api/useRead';
import type { DraftDocument } from '../draft/blocks';
import { allProblems, type Problem } from '../draft/problems';
import { useAutosave } from '../draft/useAutosave';
import { useDocument } from '../draft/useDocument';
import { PublishDialog } from '../publish/PublishDialog';
import type { LayoutPageRow } from '../rows';
import { EditorBar } from './EditorBar';
import { Inspector, tabOf, type InspectorTab } from './Inspector';
import { OvertakenBar } from './OvertakenBar';
import { Palette } from './Palette';
import { ProblemList } from './ProblemList';
import { Stage } from './Stage';
import { Structure } from './Structure';
import { useBlockActions } from './useBlockActions';
import { usePreview, type Viewer } from './usePreview';
import { useUndoKeys } from './useUndoKeys';
import { VersionsDrawer } from './VersionsDrawer';
import './editor.css';

interface EditorProps {
  page: LayoutPageRow;
  first: DraftDocument;
  revision: number;
  problems: Problem[];
}

export function Editor({ page: opened, first, revision, problems: firstProblems }: EditorProps) {
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const pages = useRead('GET /admin/layouts', {});
  const page = pages.data?.items.find(({ id }) => id === opened.id) ?? opened;
  const { document, edit, undo, redo, canUndo, canRedo } = useDocument(first);
  const autosave = useAutosave({ pageId: page.id, document, revision, problems: firstProblems });
  const [selectedId, setSelectedId] = useState<string | null>(first.blocks[0]?.id ?? null);
  const [tab, setTab] = useState<InspectorTab>('content');
  const [viewer, setViewer] = useState<Viewer>({ platform: 'weapp', isMember: false, at: null });
  const [open, setOpen] = useState<'versions' | 'publish' | null>(null);
  const [isChecking, setChecking] = useState(true);

  const select = useCallback((id: string | null) => {
    setSelectedId(id);
    setTab('content');
  }, []);
  const onNoRoom = useCallback(() => void message.warning('这一页放不下更多这样的区块'), [message]);
  const actions = useBlockActions({ document, selectedId, edit, select, onNoRoom });
  const preview = usePreview({ pageId: page.id, document, viewer, selectedId, onPick: select });
  const problems = useMemo(() => allProblems(document, autosave.problems), [document, autosave.problems]);
  useUndoKeys(undo, redo);

  const leave = async () => {
    if (await autosave.save()) return void navigate('/layouts');
    await modal.confirm({
      title: '还有改动没有存上',
      content: '离开以后，没有存上的改动就没有了。',
      okText: '离开',
      cancelText: '留下',
      onOk: () => navigate('/layouts'),
    });
  };
  const openPublish = async () => {
    if (await autosave.save()) setOpen('publish');
    else void message.warning('草稿还没有存上，存好以后才能发布');
  };
  return (
    <div className="ed">
      <EditorBar
        page={page}
        state={autosave.state}
        onSave={() => void autosave.save()}
        onLeave={() => void leave()}
        undo={{ isOff: !canUndo, run: undo }}
        redo={{ isOff: !canRedo, run: redo }}
        preview={preview.pass.data}
        errors={problems.filter(({ level }) => level === 'error').length}
        onVersions={() => setOpen('versions')}
        onPublish={() => void openPublish()}
      />
      {autosave.state.is === 'overtaken' && (
        <OvertakenBar
          pageId={page.id}
          mine={document}
          editedBy={autosave.state.editedBy}
          editedAt={autosave.state.editedAt}
          onTake={(theirs, theirRevision) => {
            edit(() => theirs);
            autosave.goOnFrom(theirs, theirRevision);
            setSelectedId(theirs.blocks[0]?.id ?? null);
          }}
        />
      )}
      <div className="ed-body">
        <Palette document={document} onAdd={actions.add} />
        <Structure document={document} problems={problems} selectedId={selectedId} actions={actions} />
        <Stage
          document={document}
          selectedId={selectedId}
          preview={preview}
          viewer={viewer}
          onViewer={setViewer}
          actions={actions}
        >
          <ProblemList
            document={document}
            problems={problems}
            isOpen={isChecking}
            onOpen={setChecking}
            onLocate={({ blockId, path }) => {
              setSelectedId(blockId);
              setTab(tabOf(path));
            }}
          />
        </Stage>
        <Inspector
          document={document}
          selectedId={selectedId}
          problems={problems}
          tab={tab}
          onTab={setTab}
          actions={actions}
          onPage={(next, what) => edit((before) => withPage(before, next), what && `page ${what}`)}
        />
      </div>
      <VersionsDrawer
        isOpen={open === 'versions'}
        page={page}
        draft={document}
        onClose={() => setOpen(null)}
        onTake={(taken) => edit(() => taken)}
      />
      <PublishDialog
        isOpen={open === 'publish'}
        page={page}
        revision={autosave.revision()}
        document={document}
        problems={problems}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}

/** What is absent in the page's form is absent in the document. */
function withPage(document: DraftDocument, next: object): DraftDocument {
  const { share, theme, background, ...rest } = document;
  void [share, theme, background];
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)),
  } as DraftDocument;
}
