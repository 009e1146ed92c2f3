import { useMemo, type ReactNode } from 'react';
import { Switch, Tabs } from 'antd';
import { Chip } from '../../components/Chip';
import { knownKind, shapeOf, titleOf, type DraftBlock, type DraftDocument } from '../draft/blocks';
import { PageShape, pageOf, type Problem } from '../draft/problems';
import { FieldList } from '../form/FieldList';
import { FormErrorsProvider } from '../form/formErrors';
import { formOf, type FormField, type FormNode } from '../form/formOf';
import { PictureBesideProvider, type BesidePicture } from '../form/pictureBeside';
import { BlockIcon } from './BlockIcon';
import type { BlockActions } from './useBlockActions';

export type InspectorTab = 'content' | 'style' | 'visible';

/** Which part of a block is on which tab. */
const TAB_FIELDS: Record<InspectorTab, readonly string[]> = {
  content: ['props', 'note'],
  style: ['style'],
  visible: ['visible', 'fallback'],
};
const TAB_NAMES: Record<InspectorTab, string> = { content: '内容', style: '样式', visible: '显示条件' };
const TABS = Object.keys(TAB_FIELDS) as InspectorTab[];

export const tabOf = (path: string): InspectorTab =>
  TABS.find((tab) => TAB_FIELDS[tab].includes(path.split('.')[0] ?? '')) ?? 'content';

interface InspectorProps {
  document: DraftDocument;
  selectedId: string | null;
  problems: Problem[];
  tab: InspectorTab;
  onTab(tab: InspectorTab): void;
  actions: BlockActions;
  onPage(page: object, what: string): void;
}

/** The form of the chosen block, or of the page where none is chosen. */
export function Inspector({ document, selectedId, problems, tab, onTab, actions, onPage }: InspectorProps) {
  const block = document.blocks.find(({ id }) => id === selectedId);
  const mine = useMemo(() => problems.filter(({ blockId }) => blockId === (block?.id ?? null)), [problems, block?.id]);
  const errors = useMemo(() => new Map(mine.map(({ path, text }) => [path, text] as const).reverse()), [mine]);
  return (
    <section className="ed-col last" aria-label={block ? titleOf(block) : '页面设置'}>
      <FormErrorsProvider value={errors}>
        {block ? (
          <BlockForm key={block.id} block={block} problems={mine} tab={tab} onTab={onTab} actions={actions} />
        ) : (
          <>
            <Head title="页面设置" />
            <div className="ed-scroll insp">
              <FieldList
                fields={fieldsOf(formOf(PageShape))}
                value={pageOf(document)}
                path=""
                onChange={(next, at) => onPage(next as object, at)}
              />
            </div>
          </>
        )}
      </FormErrorsProvider>
    </section>
  );
}

function Head({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="ed-cap insp-head">
      {icon}
      <h3>{title}</h3>
      <div className="grow" />
      {children}
    </div>
  );
}

interface BlockFormProps extends Pick<InspectorProps, 'problems' | 'tab' | 'onTab' | 'actions'> {
  block: DraftBlock;
}

function BlockForm({ block, problems, tab, onTab, actions }: BlockFormProps) {
  const kind = knownKind(block);
  const icon = (
    <span className="insp-icon">
      <BlockIcon kind={block.kind} size={20} />
    </span>
  );
  if (!kind) {
    return (
      <>
        <Head icon={icon} title={titleOf(block)}>
          <Chip>只读</Chip>
        </Head>
        <div className="ed-scroll insp">
          <p className="note">
            这个区块比后台新，或者来自别的版本。它会原样保留，可以移动和删除，但在这里不能修改；发布之前要删掉它。
          </p>
          <pre className="opaque">{JSON.stringify(block, null, 2)}</pre>
        </div>
      </>
    );
  }
  const fields = fieldsOf(formOf(shapeOf(kind)));
  const wrong = (each: InspectorTab) => problems.filter(({ path, level }) => level === 'error' && tabOf(path) === each);
  return (
    <>
      <Head icon={icon} title={titleOf(block)}>
        <span className="note">显示</span>
        <Switch
          size="small"
          aria-label="显示这个区块"
          checked={block.visible?.isHidden !== true}
          onChange={() => actions.toggle(block.id)}
        />
      </Head>
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(next) => onTab(next as InspectorTab)}
        items={TABS.map((each) => ({
          key: each,
          label: (
            <span className="insp-tab">
              {TAB_NAMES[each]}
              {wrong(each).length > 0 && <span className="bl-err">{wrong(each).length}</span>}
            </span>
          ),
        }))}
      />
      <div className="ed-scroll insp">
        <PictureBesideProvider value={pictureOf(block)}>
          <FieldList
            fields={flat(fields.filter(({ name }) => TAB_FIELDS[tab].includes(name)))}
            value={block}
            path=""
            onChange={(next, at) => actions.change(next as DraftBlock, at)}
          />
        </PictureBesideProvider>
      </div>
    </>
  );
}

const fieldsOf = (node: FormNode): FormField[] => (node.is === 'group' ? node.fields : []);

/** The tab is the title already. What hides a block has its switch above. */
function flat(fields: FormField[]): FormField[] {
  return fields.map((field) =>
    field.node.is === 'group'
      ? {
          ...field,
          node: { ...field.node, title: '', fields: field.node.fields.filter(({ name }) => name !== 'isHidden') },
        }
      : field,
  );
}

function pictureOf({ props: { picture } }: DraftBlock): BesidePicture | null {
  const { url, width, height } = (picture ?? {}) as Partial<BesidePicture>;
  return url && width && height ? { url, width, height } : null;
}
