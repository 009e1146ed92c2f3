import { DatePicker, Form, Input } from 'antd';
import { MAX_CODE_BATCH } from '@jishi/contract/plain/codes';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { checkNames, checkTarget, linesOf, type CodeValues } from './codeValues';
import { OwnerFields } from './OwnerFields';
import { TargetInput } from './TargetInput';

/** One code or a batch: the same way in, a name each. */
export function CodeDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const create = useWrite('POST /admin/codes', { changes: ['GET /admin/codes'], done: '码建好了', onDone: onClose });
  const submit = ({ names, target, campaign, storeId, employeeId, until }: CodeValues) =>
    create.mutate({
      body: {
        names: linesOf(names),
        target,
        campaign,
        storeId: storeId ?? null,
        employeeId: employeeId ?? null,
        expiresAt: until?.toISOString() ?? null,
      },
    });
  return (
    <FormDialog<CodeValues>
      isOpen={isOpen}
      title="建码"
      okText="建码"
      isSending={create.isPending}
      start={{ names: '', target: { kind: 'home', id: '' }, campaign: '' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        label="名字"
        name="names"
        extra={`一行一个码，至多 ${MAX_CODE_BATCH} 个`}
        rules={[{ validator: checkNames }]}
      >
        <Input.TextArea rows={3} className="growing" placeholder={'南门海报\n收银台桌牌'} />
      </Form.Item>
      <Form.Item label="通往" name="target" rules={[{ validator: checkTarget }]}>
        <TargetInput />
      </Form.Item>
      <Form.Item
        label="活动"
        name="campaign"
        extra="报表里按它分开；字、数字、横线"
        rules={[{ pattern: /^[\p{L}\p{N}_-]{0,40}$/u, message: '只能有字、数字、横线' }]}
      >
        <Input maxLength={40} placeholder="shuang11-2026" />
      </Form.Item>
      <OwnerFields />
      <Form.Item label="到什么时候" name="until" extra="不填就一直有效">
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" className="wide" />
      </Form.Item>
    </FormDialog>
  );
}
