import { useState } from 'react';
import { Alert, App, Button, Modal } from 'antd';
import { hasCode } from '../../api/adminError';
import { useRead } from '../../api/useRead';
import { useWrite } from '../../api/useWrite';
import type { DraftDocument } from '../draft/blocks';
import { ownerName, placeName } from '../draft/placeName';
import type { Problem } from '../draft/problems';
import { LAYOUT_READS } from '../layoutReads';
import type { LayoutPageRow } from '../rows';
import { bodyOf, faultOf, sayPlan, START_PLAN, type Plan } from './plan';
import { PlanForm } from './PlanForm';
import './publish.css';

interface PublishDialogProps {
  isOpen: boolean;
  page: LayoutPageRow;
  /** Of the draft that the person has seen. */
  revision: number;
  document: DraftDocument;
  problems: Problem[];
  onClose(): void;
}

/** When, for whom and how many; what will happen stands beside it in a sentence. */
export function PublishDialog({ isOpen, page, onClose, ...rest }: PublishDialogProps) {
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      width={880}
      title={`发布「${page.title}」`}
      footer={null}
      destroyOnHidden
      className="publish"
    >
      <Dialog page={page} onClose={onClose} {...rest} />
    </Modal>
  );
}

function Dialog({ page, revision, document, problems: known, onClose }: Omit<PublishDialogProps, 'isOpen'>) {
  const { message } = App.useApp();
  const [plan, setPlan] = useState<Plan>(START_PLAN);
  const [refused, setRefused] = useState<Problem[] | null>(null);
  const stores = useRead('GET /admin/stores', {});
  const names = new Map((stores.data?.items ?? []).map(({ id, name }) => [id, name] as const));
  const publish = useWrite('POST /admin/layouts/:pageId/releases', {
    changes: LAYOUT_READS,
    onDone({ state }) {
      void message.success(state === 'waiting' ? '排好了，到时自动上线' : '已经上线，顾客下次打开就能看到');
      onClose();
    },
    onRefused(error) {
      if (hasCode(error, 'layout_invalid')) {
        setRefused((error.details as { problems?: Problem[] } | undefined)?.problems ?? []);
        return true;
      }
      if (!hasCode(error, 'draft_changed')) return false;
      void message.warning('草稿刚被别人改过，没有发布。先看看差别，再发布');
      onClose();
      return true;
    },
  });
  const problems = refused ?? known;
  const errors = problems.filter(({ level }) => level === 'error');
  const fault = faultOf(plan, Date.now());
  return (
    <>
      <div className="pub">
        <PlanForm page={page} plan={plan} onChange={setPlan} />
        <aside className="pub-sum">
          <h3>会发生什么</h3>
          <p className="pub-say">{sayPlan(plan, page.title, names)}</p>
          {page.weekDevices > 0 && (
            <p className="sub">
              最近 7 天有 <b className="num">{page.weekDevices.toLocaleString('zh-CN')}</b> 台设备看过这个页面。
            </p>
          )}
          <h3>发布检查</h3>
          <Checks document={document} problems={problems} />
        </aside>
      </div>
      <div className="row pub-foot">
        <span className={`grow ${fault ? 'bad-t' : 'note'}`}>{fault ?? '发布以后，可以在“版本”里一键退回'}</span>
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          disabled={errors.length > 0 || fault !== null}
          loading={publish.isPending}
          onClick={() => publish.mutate({ params: { pageId: page.id }, body: bodyOf(plan, revision) })}
        >
          {plan.from ? '定时发布' : '立即发布'}
        </Button>
      </div>
    </>
  );
}

function Checks({ document, problems }: Pick<PublishDialogProps, 'document' | 'problems'>) {
  if (problems.length === 0) return <Alert type="success" showIcon title="全部通过" />;
  return (
    <ul className="pub-checks">
      {problems.map((problem) => (
        <li key={`${problem.blockId ?? ''} ${problem.path} ${problem.text}`}>
          <span className={problem.level === 'error' ? 'bad-t' : 'warn-t'}>
            {problem.level === 'error' ? '必须' : '建议'}
          </span>
          <b>{ownerName(document, problem)}</b> {placeName(document, problem)}
          {problem.text}
        </li>
      ))}
    </ul>
  );
}
