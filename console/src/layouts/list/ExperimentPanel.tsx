import { useState } from 'react';
import { Button, Select } from 'antd';
import { Blank } from '../../components/Blank';
import { Panel } from '../../components/Panel';
import { clockOf } from '../../time';
import type { LayoutPageRow } from '../rows';
import { sayArms } from '../sayAudience';
import { ResultTable } from './ResultTable';

interface ExperimentPanelProps {
  pages: LayoutPageRow[];
  onReleases(page: LayoutPageRow): void;
}

/** The experiments that run now, one at a time. */
export function ExperimentPanel({ pages, onReleases }: ExperimentPanelProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const running = pages.flatMap((page) =>
    page.releases
      .filter(({ state, arms }) => state === 'live' && arms.length > 1)
      .map((release) => ({ page, release })),
  );
  const shown = running.find(({ release }) => release.id === chosen) ?? running[0];
  if (!shown) {
    return (
      <Panel title="A/B 对比">
        <Blank title="没有正在做的对比" hint="发布时打开“A/B 对比”，两版同时放，看哪版卖得好" />
      </Panel>
    );
  }
  return (
    <Panel
      title="A/B 对比"
      note={`${clockOf(shown.release.from ?? shown.release.createdAt)} 开始`}
      extra={
        <Button size="small" onClick={() => onReleases(shown.page)}>
          管理
        </Button>
      }
    >
      {running.length > 1 ? (
        <Select
          size="small"
          className="wide exp-pick"
          aria-label="哪个对比"
          value={shown.release.id}
          onChange={setChosen}
          options={running.map(({ page, release }) => ({
            value: release.id,
            label: `${page.title} ${sayArms(release)}`,
          }))}
        />
      ) : (
        <p className="sub exp-pick">{shown.page.title}</p>
      )}
      <ResultTable releaseId={shown.release.id} />
    </Panel>
  );
}
