import { useState } from 'react';
import { App, Button, DatePicker, Segmented } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import dayjs, { type Dayjs } from 'dayjs';
import { RESULT_KEYS, type ResultKey } from '@jishi/contract/plain/attribution';
import { sentenceOf } from '../api/adminError';
import { call } from '../api/call';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { saveFile } from '../saveFile';
import { dayAgo, endOfDay, startOfDay } from '../time';
import { ResultTable } from './ResultTable';

const KEY_WORDS: Record<ResultKey, string> = { staff: '导购', store: '门店', product: '商品', code: '码', day: '天' };

const PRESETS: readonly { label: string; from: number; to: number }[] = [
  { label: '今天', from: 0, to: 0 },
  { label: '昨天', from: 1, to: 1 },
  { label: '近 7 天', from: 6, to: 0 },
  { label: '近 30 天', from: 29, to: 0 },
];

/** Whole days of Beijing's, told apart by one thing at a time. */
export function Results() {
  const { message } = App.useApp();
  const [by, setBy] = useState<ResultKey>('staff');
  const [[from, to], setDays] = useState<readonly [string, string]>([dayAgo(6), dayAgo(0)]);
  const query = { by, from: startOfDay(from), to: endOfDay(to) };
  const read = useRead('GET /admin/staff-results', { query });
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const { csv } = await call('GET /admin/staff-results/export', { query });
      saveFile(`导购业绩-按${KEY_WORDS[by]}-${from}-${to}.csv`, csv);
    } catch (error) {
      void message.error(sentenceOf(error));
    }
    setSaving(false);
  };
  return (
    <Panel isFlush>
      <div className="filters">
        <Segmented
          value={by}
          onChange={setBy}
          options={RESULT_KEYS.map((key) => ({ value: key, label: `按${KEY_WORDS[key]}` }))}
        />
        <DatePicker.RangePicker
          aria-label="日期"
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          onChange={(days) => setDays(daysOf(days))}
          disabledDate={(day) => day.isAfter(dayAgo(0), 'day')}
          presets={PRESETS.map((preset) => ({
            label: preset.label,
            value: [dayjs(dayAgo(preset.from)), dayjs(dayAgo(preset.to))],
          }))}
        />
        <div className="grow" />
        <Button icon={<DownloadOutlined />} loading={isSaving} onClick={() => void save()}>
          导出
        </Button>
      </div>
      <ResultTable read={read} keyWord={KEY_WORDS[by]} hasPictures={by === 'product' || by === 'code'} />
    </Panel>
  );
}

function daysOf(days: [Dayjs | null, Dayjs | null] | null): [string, string] {
  const [from, to] = days ?? [];
  return [(from ?? dayjs()).format('YYYY-MM-DD'), (to ?? dayjs()).format('YYYY-MM-DD')];
}
