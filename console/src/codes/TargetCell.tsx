import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import type { CodeRow } from './CodesPage';

const KINDS: Record<string, string> = { product: '商品', category: '分类', page: '活动页' };

/** Where a code leads, as it is called now. */
export function TargetCell({ code: { target, title, pictureUrl } }: { code: CodeRow }) {
  const kind = KINDS[target.kind];
  if (!kind) return <>{target.kind === 'home' ? '店铺首页' : [target.kind, target.id].filter(Boolean).join(' ')}</>;
  return (
    <div className="goods">
      {target.kind !== 'page' && <Picture url={pictureUrl} size={32} />}
      <Two
        above={<span title={title ?? target.id}>{title ?? target.id}</span>}
        below={title === null ? `找不到这个${kind}` : kind}
      />
    </div>
  );
}
