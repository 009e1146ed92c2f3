import { Dot } from '../components/Dot';
import { Panel } from '../components/Panel';
import type { Draft } from './draft';

/** What keeps it from being saved, and what a shopper would miss. */
export function CheckPanel({ draft, faults }: { draft: Draft; faults: readonly { part: string; text: string }[] }) {
  const wishes = [
    ...(draft.images.length === 0 ? ['没有图片，列表里会是空白'] : []),
    ...(draft.categoryIds.length === 0 ? ['没有分类，只在搜索里能找到'] : []),
    ...(draft.descriptionHtml.trim() === '' ? ['没有图文详情'] : []),
  ];
  return (
    <Panel title="检查">
      {faults.map(({ part, text }) => (
        <div key={part + text} className="check-line">
          <Dot tone="bad">{`${part}：${text}`}</Dot>
        </div>
      ))}
      {wishes.map((wish) => (
        <div key={wish} className="check-line">
          <Dot tone="warn">{wish}</Dot>
        </div>
      ))}
      {faults.length + wishes.length === 0 && <Dot tone="ok">资料齐全，可以上架</Dot>}
    </Panel>
  );
}
