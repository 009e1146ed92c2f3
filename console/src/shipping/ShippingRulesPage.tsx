import { useState } from 'react';
import { App, Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { ShippingRuleDialog } from './ShippingRuleDialog';

export type ShippingRule = AdminOk<'GET /admin/shipping-rules'>['items'][number];

export function ShippingRulesPage() {
  const list = wholeList(useRead('GET /admin/shipping-rules', {}));
  const [edited, setEdited] = useState<ShippingRule | 'new' | null>(null);
  return (
    <Page
      title="运费"
      note="按收货地区和重量算；一个地区只在一条规则里"
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          新建规则
        </Button>
      }
    >
      <Panel isFlush>
        <DataTable
          list={list}
          blank={<Blank title="还没有运费规则" hint="现在全国按启动配置里的运费和包邮线算" />}
          columns={[
            { title: '规则', key: 'name', render: (_, row) => <Two above={row.name} below={placesOf(row)} /> },
            {
              title: '配送',
              key: 'isServed',
              width: 110,
              render: (_, { isServed }) => <Dot tone={isServed ? 'ok' : 'bad'}>{isServed ? '送' : '不送'}</Dot>,
            },
            { title: '运费', key: 'fee', width: 280, render: (_, row) => <Fee rule={row} /> },
            {
              title: '包邮',
              key: 'free',
              width: 140,
              align: 'right',
              render: (_, { isServed, freeFromFen }) => {
                if (!isServed || freeFromFen === null) return <span className="mut">—</span>;
                return (
                  <>
                    满 <Money fen={freeFromFen} />
                  </>
                );
              },
            },
            { key: 'acts', width: 120, render: (_, row) => <Actions rule={row} onEdit={() => setEdited(row)} /> },
          ]}
        />
      </Panel>
      <ShippingRuleDialog edited={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}

const placesOf = ({ regions }: ShippingRule) => (regions.length === 0 ? '其余所有地区' : regions.join('、'));

/** The rule as one says it. */
function Fee({
  rule: { isServed, reason, firstGrams, firstFen, additionalGrams, additionalFen },
}: {
  rule: ShippingRule;
}) {
  if (!isServed) return <span className="mut">{reason || '—'}</span>;
  const first = (
    <>
      <Money fen={firstFen} />
      {additionalGrams > 0 && `，${firstGrams / 1000} 千克以内`}
    </>
  );
  if (additionalGrams === 0) return <>{first}，不论多重</>;
  return (
    <Two
      above={first}
      below={
        <>
          每多 {additionalGrams / 1000} 千克加 <Money fen={additionalFen} />
        </>
      }
    />
  );
}

function Actions({ rule, onEdit }: { rule: ShippingRule; onEdit(): void }) {
  const { modal } = App.useApp();
  const remove = useWrite('DELETE /admin/shipping-rules/:ruleId', {
    changes: ['GET /admin/shipping-rules'],
    done: '删掉了',
  });
  const ask = () =>
    void modal.confirm({
      title: `删除“${rule.name}”？`,
      content: rule.regions.length > 0 ? '这些地区改用其余地区的规则。' : '其余地区改用启动配置里的运费。',
      okText: '删除',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ params: { ruleId: rule.id } }).catch(() => undefined),
    });
  return (
    <div className="acts">
      <button type="button" className="link" onClick={onEdit}>
        编辑
      </button>
      <button type="button" className="link danger" onClick={ask}>
        删除
      </button>
    </div>
  );
}
