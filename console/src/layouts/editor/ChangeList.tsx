import { useMemo } from 'react';
import { Blank } from '../../components/Blank';
import { Chip } from '../../components/Chip';
import type { DraftDocument } from '../draft/blocks';
import { changesBetween, type BlockChange } from '../draft/changes';
import { useNames } from './useNames';

const SIGNS = { added: '＋', removed: '－', changed: '改', moved: '移' } as const;
const KINDS = [
  ['added', '新增', 'ok'],
  ['changed', '修改', 'info'],
  ['moved', '移动', 'mute'],
  ['removed', '删除', 'bad'],
] as const;

/** What became of the page, block by block. */
export function ChangeList({ before, after }: { before: DraftDocument; after: DraftDocument }) {
  const names = useNames(before, after);
  const changes = useMemo(() => changesBetween(before, after, names), [before, after, names]);
  if (changes.length === 0) return <Blank title="两边一样" />;
  const touched = new Set(changes.map(({ blockId }) => blockId));
  const same = after.blocks.filter(({ id }) => !touched.has(id)).length;
  return (
    <>
      <div className="row diff-head">
        {KINDS.map(([is, word, tone]) => {
          const count = changes.filter((change) => change.is === is).length;
          return (
            count > 0 && (
              <Chip key={is} tone={tone}>
                {word} {count}
              </Chip>
            )
          );
        })}
      </div>
      {changes.map((change) => (
        <Change key={change.blockId ?? 'page'} change={change} />
      ))}
      <p className="sub diff-rest">{same > 0 ? `其余 ${same} 块没有变化。` : ''}</p>
    </>
  );
}

function Change({ change: { is, title, where, fields } }: { change: BlockChange }) {
  return (
    <div className="diff">
      <span className={`diff-k ${is}`}>{SIGNS[is]}</span>
      <div className="diff-body">
        <b>{title}</b>
        {where && <span className="sub diff-where">{where}</span>}
        {fields.map(({ field, before, after }) => (
          <div className="chg" key={field}>
            <span className="mut">{field}</span>
            <span>
              {before && <del>{before}</del>} {after && <ins>{after}</ins>}
              {!before && !after && <span className="mut">清空</span>}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
