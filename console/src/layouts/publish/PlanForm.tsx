import type { ReactNode } from 'react';
import { DatePicker, Input, Segmented, Select } from 'antd';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { useRead } from '../../api/useRead';
import { PlatformIcon } from '../../components/PlatformIcon';
import { fromPicker, toPicker } from '../beijing';
import type { LayoutPageRow } from '../rows';
import { ExperimentFields } from './ExperimentFields';
import type { Plan, SetPlan } from './plan';

const STAGES = [
  [5, '先看看有没有问题'],
  [20, '再多一些'],
  [50, '一半'],
  [100, '所有人'],
] as const;

interface PlanFormProps {
  page: LayoutPageRow;
  plan: Plan;
  onChange(plan: Plan): void;
}

export function PlanForm({ page, plan, onChange }: PlanFormProps) {
  const set = (part: Partial<Plan>) => onChange({ ...plan, ...part });
  return (
    <div className="pub-form">
      <Section title="时间">
        <WindowFields plan={plan} set={set} />
      </Section>
      <Section title="范围">
        <AudienceFields plan={plan} set={set} />
      </Section>
      <Section title="灰度">
        <div className="rail" role="group" aria-label="灰度">
          {STAGES.map(([percent, hint]) => (
            <button
              key={percent}
              type="button"
              className={plan.rollout === percent ? 'on' : ''}
              aria-pressed={plan.rollout === percent}
              onClick={() => set({ rollout: percent })}
            >
              <b className="num">{percent}%</b>
              <span className="sub">{hint}</span>
            </button>
          ))}
        </div>
        <p className="sub">以后可以放大；已经看到的人不会变回去。</p>
      </Section>
      <Section title="A/B 对比">
        <ExperimentFields page={page} plan={plan} set={set} />
      </Section>
      <Section title="备注">
        <Input
          value={plan.note}
          maxLength={100}
          placeholder="给同事看：为什么改、改了什么"
          aria-label="备注"
          onChange={(event) => set({ note: event.target.value })}
        />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pub-sec">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}

function WindowFields({ plan: { from, until }, set }: { plan: Plan; set: SetPlan }) {
  const isPlanned = from !== null || until !== null;
  return (
    <>
      <Segmented
        aria-label="时间"
        value={isPlanned ? 'plan' : 'now'}
        onChange={(when) => set(when === 'now' ? { from: null, until: null } : { from: nextHour() })}
        options={[
          { value: 'now', label: '立即' },
          { value: 'plan', label: '定时' },
        ]}
      />
      {isPlanned && (
        <DatePicker.RangePicker
          className="wide pub-below"
          showTime={{ format: 'HH:mm' }}
          format="M 月 D 日 HH:mm"
          allowEmpty={[true, true]}
          needConfirm={false}
          placeholder={['立即', '不结束']}
          value={[from ? toPicker(from) : null, until ? toPicker(until) : null]}
          onChange={(range) =>
            set({ from: range?.[0] ? fromPicker(range[0]) : null, until: range?.[1] ? fromPicker(range[1]) : null })
          }
        />
      )}
    </>
  );
}

const HOUR_MS = 3_600_000;
const nextHour = () => new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS).toISOString();

function AudienceFields({ plan, set }: { plan: Plan; set: SetPlan }) {
  const stores = useRead('GET /admin/stores', {});
  return (
    <>
      <div className="toggle-grid four">
        {PLATFORMS.map((platform) => {
          const isOn = plan.platforms.length === 0 || plan.platforms.includes(platform);
          return (
            <button
              key={platform}
              type="button"
              className={`tg ${isOn ? 'on' : ''}`}
              aria-pressed={isOn}
              onClick={() => set({ platforms: toggled(plan.platforms, platform) })}
            >
              <PlatformIcon platform={platform} />
              {PLATFORM_WORDS[platform]}
            </button>
          );
        })}
      </div>
      <div className="pub-two">
        <Select
          mode="multiple"
          aria-label="门店"
          placeholder="全部门店"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          value={plan.storeIds}
          options={(stores.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(storeIds) => set({ storeIds })}
        />
        <Select
          mode="tags"
          aria-label="渠道"
          placeholder="全部渠道，写好按回车"
          maxTagCount="responsive"
          open={false}
          suffixIcon={null}
          value={plan.channels}
          onChange={(channels: string[]) => set({ channels })}
        />
      </div>
      <Segmented<Plan['login']>
        className="pub-below"
        aria-label="登录"
        value={plan.login}
        onChange={(login) => set({ login })}
        options={[
          { value: 'any', label: '不限登录' },
          { value: 'in', label: '已登录' },
          { value: 'out', label: '未登录' },
        ]}
      />
    </>
  );
}

/** Nothing said means all, so that all of them is nothing said, and the last one stays. */
function toggled<T extends (typeof PLATFORMS)[number]>(chosen: T[], platform: T): T[] {
  const before = chosen.length === 0 ? [...PLATFORMS] : chosen;
  const next = PLATFORMS.filter((each) => (each === platform ? !before.includes(each) : before.includes(each))) as T[];
  if (next.length === PLATFORMS.length) return [];
  return next.length === 0 ? chosen : next;
}
