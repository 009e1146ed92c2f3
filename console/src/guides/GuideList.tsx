import { useState } from 'react';
import { ROLE_WORDS } from '@jishi/contract/plain/words';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { Count } from '../components/Count';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Face } from '../components/Face';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { HandOverDialog } from './HandOverDialog';

export type GuideRow = AdminOk<'GET /admin/guides'>['items'][number];

export function GuideList() {
  const list = wholeList(useRead('GET /admin/guides', {}));
  const [giver, setGiver] = useState<GuideRow | null>(null);
  return (
    <Panel isFlush>
      <DataTable<GuideRow>
        list={list}
        blank={<Blank title="还没有导购" hint="点右上角邀请第一位，他在小程序里应一声就行" />}
        columns={[
          {
            title: '导购',
            key: 'name',
            render: (_, { name, role, stores }) => (
              <div className="row with-picture">
                <Face name={name} />
                <Two above={name} below={[ROLE_WORDS[role], ...stores.map((store) => store.name)].join(' · ')} />
              </div>
            ),
          },
          {
            title: '顾客',
            key: 'customers',
            width: 110,
            align: 'right',
            render: (_, { customers }) => <Count value={customers} />,
          },
          {
            title: '在用的码',
            key: 'codes',
            width: 110,
            align: 'right',
            render: (_, { codes }) => <Count value={codes} />,
          },
          { title: '状态', key: 'state', width: 190, render: (_, row) => <State row={row} /> },
          {
            key: 'acts',
            width: 120,
            render: (_, row) => (
              <div className="acts">
                {row.customers > 0 && (
                  <button type="button" className="link" onClick={() => setGiver(row)}>
                    移交顾客
                  </button>
                )}
              </div>
            ),
          },
        ]}
      />
      <HandOverDialog giver={giver} guides={list.rows ?? []} onClose={() => setGiver(null)} />
    </Panel>
  );
}

function State({ row }: { row: GuideRow }) {
  if (row.state === 'disabled') return <Dot tone="warn">离职了，顾客等人接手</Dot>;
  return row.isBound ? <Dot tone="ok">在职</Dot> : <Dot tone="mute">没有绑定小程序</Dot>;
}
