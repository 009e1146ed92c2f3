import { Select, Slider, Switch } from 'antd';
import { useRead } from '../../api/useRead';
import { liveVersionIds, type LayoutPageRow } from '../rows';
import type { Plan, SetPlan } from './plan';

interface ExperimentFieldsProps {
  page: LayoutPageRow;
  plan: Plan;
  set: SetPlan;
}

/** The draft and an older version at the same time. */
export function ExperimentFields({ page, plan: { against, share }, set }: ExperimentFieldsProps) {
  const { data } = useRead('GET /admin/layouts/:pageId/versions', {
    params: { pageId: page.id },
    query: { limit: 50 },
  });
  const versions = data?.items ?? [];
  const live = liveVersionIds(page);
  const first = versions.find(({ id }) => live.includes(id)) ?? versions[0];
  const choose = (versionId: string) => {
    const version = versions.find(({ id }) => id === versionId);
    if (version) set({ against: { versionId, versionNumber: version.number } });
  };
  return (
    <>
      <div className="row">
        <Switch
          aria-label="A/B 对比"
          disabled={!first}
          checked={against !== null}
          onChange={(isOn) => (isOn && first ? choose(first.id) : set({ against: null }))}
        />
        <span className="note">{first ? '同时放两版，看哪版卖得好' : '第一次发布，还没有可以对比的版本'}</span>
      </div>
      {against && (
        <>
          <div className="split">
            <span className="split-a" style={{ width: `${100 - share}%` }}>
              A · v{against.versionNumber} {100 - share}%
            </span>
            <span className="split-b" style={{ width: `${share}%` }}>
              B · 草稿 {share}%
            </span>
          </div>
          <Slider
            value={share}
            onChange={(next) => set({ share: next })}
            min={10}
            max={90}
            step={5}
            tooltip={{ open: false }}
            ariaLabelForHandle="草稿的份额"
          />
          <Select
            className="wide"
            aria-label="和哪一版对比"
            value={against.versionId}
            options={versions.map(({ id, number, note }) => ({
              value: id,
              label: `和 v${number}${live.includes(id) ? '（线上）' : ''}对比${note ? ` · ${note}` : ''}`,
            }))}
            onChange={choose}
          />
        </>
      )}
    </>
  );
}
