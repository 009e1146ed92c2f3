import { AdminError, sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { clockOf } from '../time';
import { FigureRow } from './FigureRow';
import { PlatformTable } from './PlatformTable';
import { TodoList } from './TodoList';
import { Trend } from './Trend';
import '../components/records.css';
import './board.css';

const MINUTE_MS = 60_000;

/** How the shop is doing today, and what waits. */
export function BoardPage() {
  const { data, error, refetch } = useRead('GET /admin/board', {}, { everyMs: MINUTE_MS });
  if (error && !data) {
    return (
      <Page title="今日经营">
        <Panel>
          <Blank
            kind="error"
            title="看板没有加载出来"
            hint={`${sentenceOf(error)}。店铺不受影响。`}
            code={error instanceof AdminError ? error.requestId : ''}
            onRetry={() => void refetch()}
            isPage
          />
        </Panel>
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="今日经营">
        <Panel isFlush>
          <LoadingRows count={9} />
        </Panel>
      </Page>
    );
  }
  return (
    <Page title="今日经营" note={`${clockOf(data.at)} 更新，与昨天同一时刻比`}>
      <div className="grid">
        <FigureRow board={data} />
        <div className="grid board-main">
          <Trend hours={data.hours} at={data.at} />
          <TodoList todos={data.todos} at={data.at} />
        </div>
        <PlatformTable board={data} />
      </div>
    </Page>
  );
}
