import { Button } from 'antd';
import { CheckOutlined, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { clockOf } from '../../time';
import type { SaveState } from '../draft/useAutosave';

/** Where the draft stands between the browser and the server. */
export function SavedMark({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  return (
    <span className="note saved" aria-live="polite">
      <Words state={state} onRetry={onRetry} />
    </span>
  );
}

function Words({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  switch (state.is) {
    case 'saved':
      return (
        <>
          <CheckOutlined /> {state.at ? `已保存 ${clockOf(state.at.toISOString())}` : '已保存'}
        </>
      );
    case 'waiting':
      return <>有改动</>;
    case 'saving':
      return (
        <>
          <LoadingOutlined /> 正在保存
        </>
      );
    case 'failed':
      return (
        <span className="bad-t" title={state.text}>
          <ExclamationCircleFilled /> 没有存上：{state.text}
          <Button type="link" size="small" onClick={onRetry}>
            再存一次
          </Button>
        </span>
      );
    case 'overtaken':
      return (
        <span className="bad-t">
          <ExclamationCircleFilled /> 停止自动保存
        </span>
      );
  }
}
