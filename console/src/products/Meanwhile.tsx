import { Button } from 'antd';
import { Chip } from '../components/Chip';
import { Panel } from '../components/Panel';
import type { Draft } from './draft';
import { partsChanged, type Part } from './partsChanged';
import { useCategoryChoices } from './useCategoryChoices';

interface MeanwhileProps {
  base: Draft;
  mine: Draft;
  theirs: Draft;
  onKeep(): void;
  onTake(): void;
}

/** Somebody saved this product first: what they changed, and what is to become of what I typed. */
export function Meanwhile({ base, mine, theirs, onKeep, onTake }: MeanwhileProps) {
  const categories = useCategoryChoices();
  const nameOf = (id: string) => categories.find(({ value }) => value === id)?.label ?? '已删除的分类';
  const changes = partsChanged(base, mine, theirs, nameOf);
  const hasClash = changes.some((part) => part.mine !== null);
  return (
    <Panel
      className="meanwhile"
      title="有人刚刚改过这件商品"
      note="你填的都还在，先选一下再保存"
      extra={
        <div className="row meanwhile-ways">
          <Button size="small" onClick={onTake}>
            用对方的
          </Button>
          <Button size="small" type="primary" onClick={onKeep}>
            保留我的改动
          </Button>
        </div>
      }
    >
      <table className="meanwhile-table">
        <thead>
          <tr>
            <th>内容</th>
            <th>原来</th>
            <th>对方改成</th>
            {hasClash && <th>你改成</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                {part.name} {part.mine && <Chip tone="warn">都改了</Chip>}
              </th>
              <td className="mut">
                <PartView part={part.before} />
              </td>
              <td>
                <PartView part={part.theirs} />
              </td>
              {hasClash && <td>{part.mine && <PartView part={part.mine} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {hasClash
          ? '“保留我的改动”：都改了的用你的，其余接受对方的。“用对方的”可以再换回来。'
          : '你和对方改的不是同一处，“保留我的改动”会把两边的都留下。'}
      </p>
    </Panel>
  );
}

function PartView({ part }: { part: Part | undefined }) {
  if (part && part.pictures.length > 0) {
    return (
      <span className="meanwhile-pictures">
        {part.pictures.map((url) => (
          <img key={url} src={url} alt="" />
        ))}
      </span>
    );
  }
  return <span className="meanwhile-words">{part?.words || '—'}</span>;
}
