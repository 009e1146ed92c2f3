import { Button } from 'antd';
import { MAX_CODE_BATCH } from '@jishi/contract/plain/codes';
import type { MadeCodes } from './codeValues';
import { useRevoke } from './useRevoke';

interface CodeBulkProps {
  chosen: MadeCodes['codes'];
  onTake(taken: MadeCodes): void;
  onClear(): void;
}

/** What can be done with several codes at once. */
export function CodeBulk({ chosen, onTake, onClear }: CodeBulkProps) {
  const revoke = useRevoke(onClear);
  const isTooMany = chosen.length > MAX_CODE_BATCH;
  return (
    <div className="bulk">
      <b>{`已选 ${chosen.length} 个码`}</b>
      {isTooMany && <span className="bad-t">{`一次至多 ${MAX_CODE_BATCH} 个`}</span>}
      <span className="grow" />
      <Button
        size="small"
        type="primary"
        disabled={isTooMany}
        onClick={() => onTake({ codes: chosen, title: `取 ${chosen.length} 个码` })}
      >
        打印、下载
      </Button>
      <Button size="small" danger disabled={isTooMany} onClick={() => revoke(chosen)}>
        作废
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        取消选择
      </Button>
    </div>
  );
}
