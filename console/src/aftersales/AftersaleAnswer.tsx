import { useState } from 'react';
import { Alert, Button, Input, Radio } from 'antd';
import { hasCode, sentenceOf } from '../api/adminError';
import { useRole } from '../api/useRole';
import { useWrite } from '../api/useWrite';
import { Chip } from '../components/Chip';
import { yuanOf } from '../components/yuan';
import { spanOf } from '../time';
import type { AftersaleDetail } from './AftersaleDrawer';
import { ReceiveReturn } from './ReceiveReturn';

export const AFTERSALE_READS = [
  'GET /admin/aftersales',
  'GET /admin/aftersales/counts',
  'GET /admin/aftersales/:aftersaleId',
  'GET /admin/orders',
  'GET /admin/orders/:orderId',
  'GET /admin/board',
] as const;

/** What can be done with a request as it stands. */
export function AftersaleAnswer({ detail }: { detail: AftersaleDetail }) {
  const canDecide = useRole('owner', 'operator', 'store_manager');
  const { aftersale, refundNote } = detail;
  const { state } = aftersale;
  if (state === 'requested' && canDecide) return <Decide detail={detail} />;
  if (state === 'returning' || (state === 'approved' && aftersale.kind === 'return')) {
    return <ReceiveReturn detail={detail} canReject={canDecide && state === 'returning'} />;
  }
  if (state === 'refunding' && refundNote) {
    return (
      <div className="sect">
        <Alert
          type="error"
          showIcon
          title="钱没有退成"
          description={`平台说：${refundNote}。在“没有退成”里可以换一个单号再退一次。`}
        />
      </div>
    );
  }
  return null;
}

function Decide({ detail: { aftersale } }: { detail: AftersaleDetail }) {
  const [choice, setChoice] = useState<'approve' | 'reject'>('approve');
  const [answer, setAnswer] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const onRefused = (error: unknown) => {
    setRefusal(error);
    return true;
  };
  const isReturn = aftersale.kind === 'return';
  const params = { aftersaleId: aftersale.id };
  const approve = useWrite('POST /admin/aftersales/:aftersaleId/approve', {
    changes: AFTERSALE_READS,
    done: isReturn ? '已同意，买家会看到寄回地址' : '已同意，款项原路退回',
    onRefused,
  });
  const reject = useWrite('POST /admin/aftersales/:aftersaleId/reject', {
    changes: AFTERSALE_READS,
    done: '已拒绝，买家会看到原因',
    onRefused,
  });
  const left = aftersale.dueAt ? Date.parse(aftersale.dueAt) - Date.now() : null;
  return (
    <div className="sect">
      <div className="box hot">
        <div className="row answer-head">
          <h3>答复申请</h3>
          {left !== null && (
            <Chip tone={left > 0 ? 'hot' : 'bad'}>
              {left <= 0
                ? `超时 ${spanOf(-left)}`
                : aftersale.orderState === 'paid'
                  ? `剩 ${spanOf(left)}，超时自动同意`
                  : `请在 ${spanOf(left)}内答复`}
            </Chip>
          )}
        </div>
        <Radio.Group
          value={choice}
          onChange={({ target }) => setChoice(target.value as typeof choice)}
          options={[
            { value: 'approve', label: isReturn ? '同意退货' : '同意退款' },
            { value: 'reject', label: '拒绝' },
          ]}
        />
        <Input.TextArea
          rows={2}
          maxLength={200}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
          aria-label="答复"
          placeholder={choice === 'reject' ? '写明原因，买家会看到' : '想说的话，可以不写，买家会看到'}
        />
        {refusal !== null && <Alert type="error" showIcon title={reasonOf(refusal)} />}
        <div className="row answer-foot">
          <span className="sub grow">
            {choice === 'reject'
              ? '买家可以再次申请。'
              : isReturn
                ? '买家会看到寄回地址，收到货之后再退款。'
                : `退回 ¥${yuanOf(aftersale.totalFen)}，原路退回，不能撤销。`}
          </span>
          {choice === 'approve' ? (
            <Button
              type="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate({ params, body: { answer: answer.trim() } })}
            >
              {isReturn ? '同意退货' : `同意退款 ¥${yuanOf(aftersale.totalFen)}`}
            </Button>
          ) : (
            <Button
              danger
              disabled={answer.trim() === ''}
              loading={reject.isPending}
              onClick={() => reject.mutate({ params, body: { answer: answer.trim() } })}
            >
              拒绝申请
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function reasonOf(error: unknown): string {
  if (hasCode(error, 'return_address_missing')) return '还没有填退货地址，请店主或运营在设置里填好再同意';
  if (hasCode(error, 'aftersale_state')) return '这个申请刚刚有了变化，请关上再打开';
  return sentenceOf(error);
}
