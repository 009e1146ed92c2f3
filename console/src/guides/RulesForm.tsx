import { useEffect } from 'react';
import { Button, Form, InputNumber, Radio } from 'antd';
import { sentenceOf } from '../api/adminError';
import type { AdminInput } from '../api/call';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { Panel } from '../components/Panel';
import { clockOf } from '../time';

type Rules = AdminInput<'PUT /admin/attribution-rules'>['body'];

const DAYS = [
  ['keepDays', '顾客归第一位导购多少天', '从第一次扫码算起'],
  ['idleDays', '多少天没来就放开', '没有再扫、也没有下单；放开后谁的码先被扫到就归谁'],
  ['orderDays', '扫码后多少天内下单算这次扫码', '几位导购的码都扫过，算最后一次'],
] as const;

/** The rules that hold, in sentences; a change holds from now on. */
export function RulesForm({ isReadOnly }: { isReadOnly: boolean }) {
  const { data, error, refetch } = useRead('GET /admin/attribution-rules', {});
  const [form] = Form.useForm<Rules>();
  const write = useWrite('PUT /admin/attribution-rules', {
    changes: ['GET /admin/attribution-rules'],
    done: '改好了，从现在起算',
  });
  useEffect(() => {
    if (data) form.setFieldsValue(data.current);
  }, [data, form]);
  if (error && !data)
    return <Blank kind="error" title="没有读到" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  const since = data.current.since;
  return (
    <Panel title="一位顾客、一张单，算谁的" note={since ? `${clockOf(since)}起用` : '一直是这样'}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={isReadOnly}
        onFinish={(body) => write.mutate({ body })}
      >
        {DAYS.map(([name, label, extra]) => (
          <Form.Item
            key={name}
            name={name}
            label={label}
            extra={extra}
            rules={[{ required: true, message: '写一个天数' }]}
          >
            <InputNumber min={1} max={name === 'orderDays' ? 365 : 3650} precision={0} suffix="天" />
          </Form.Item>
        ))}
        <Form.Item name="untouched" label="没有扫码就下的单">
          <Radio.Group
            options={[
              { value: 'guide', label: '算顾客所归的导购' },
              { value: 'nobody', label: '谁也不算' },
            ]}
          />
        </Form.Item>
        <Form.Item name="own" label="导购自己买的" extra="都不算成交，也没有提成">
          <Radio.Group
            options={[
              { value: 'exclude', label: '不列出来' },
              { value: 'mark', label: '列出来，标上「自己买的」' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="commissionPermille"
          label="提成参考"
          extra="按成交额减退款算；只用来看和导出，集市不发钱"
          rules={[{ required: true, message: '写一个数' }]}
        >
          <InputNumber min={0} max={1000} precision={0} suffix="‰" />
        </Form.Item>
        {!isReadOnly && (
          <Button type="primary" htmlType="submit" loading={write.isPending}>
            保存
          </Button>
        )}
      </Form>
      <p className="sub">以前的单按当时的规则算好了，改规则不会动它们。</p>
    </Panel>
  );
}
