import { useList } from '../api/useList';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Face } from '../components/Face';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { clockOf } from '../time';
import { actionWord, targetWord } from './auditWords';
import { Changes } from './Changes';
import { changesOf } from './changesOf';

/** Who did what, newest first, with what was before. */
export function AuditPage() {
  const list = useList('GET /admin/audit', { limit: 40 });
  return (
    <Page title="操作记录" note="谁在什么时候改了什么；不能修改，也不能删除">
      <Panel isFlush>
        <DataTable
          list={list}
          blank={<Blank title="还没有记录" hint="有人改了店里的东西，就会记在这里" />}
          columns={[
            { title: '时间', key: 'at', width: 150, render: (_, { createdAt }) => clockOf(createdAt) },
            {
              title: '谁',
              key: 'who',
              width: 150,
              render: (_, { employeeName }) => (
                <div className="row with-picture">
                  <Face name={employeeName} />
                  <span className="ell">{employeeName}</span>
                </div>
              ),
            },
            {
              title: '做了什么',
              key: 'what',
              width: 300,
              render: (_, { action, target }) => <Two above={actionWord(action)} below={targetWord(target)} />,
            },
            {
              title: '从什么改成什么',
              key: 'changes',
              render: (_, { before, after }) => <Changes changes={changesOf(before, after)} />,
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
