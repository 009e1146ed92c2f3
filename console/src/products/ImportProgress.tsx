import { Progress } from 'antd';
import { clockOf } from '../time';
import { shareOf, type ImportRun } from './useImport';

/** How far the import is, whoever began it. */
export function ImportProgress({ run }: { run: ImportRun }) {
  return (
    <div className="import-progress" role="status">
      <p>
        <b>{wordsOf(run)}</b>
      </p>
      <Progress percent={shareOf(run)} status="active" />
      <p className="sub">{`${run.startedBy ?? '命令行'} ${clockOf(run.startedAt)} 开始。可以关掉这个窗口去做别的，导入会继续。`}</p>
    </div>
  );
}

function wordsOf({ phase, rows, done, total }: ImportRun): string {
  const read = `读了 ${rows.toLocaleString('zh-CN')} 行`;
  if (phase === 'check') return `正在检查，${read}（${done}%）`;
  return phase === 'pictures' ? `${read}，正在下载图片 ${done} / ${total}` : `${read}，正在写入商品 ${done} / ${total}`;
}
