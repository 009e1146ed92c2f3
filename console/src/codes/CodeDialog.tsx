import { Form, Input } from 'antd';
import { MAX_CODE_BATCH } from '@jishi/contract/plain/codes';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { CampaignFields } from './CampaignFields';
import { checkNames, checkTarget, linesOf, type CodeValues, type MadeCodes } from './codeValues';
import { OwnerFields } from './OwnerFields';
import { TargetInput } from './TargetInput';

interface CodeDialogProps {
  onClose(): void;
  onMade(made: MadeCodes): void;
}

/** One code or several: the same way in, a name each. */
export function CodeDialog({ onClose, onMade }: CodeDialogProps) {
  const create = useWrite('POST /admin/codes', {
    changes: ['GET /admin/codes', 'GET /admin/guides'],
    onDone: ({ items }) => {
      onMade({ codes: items, title: items.length === 1 ? '码建好了' : `${items.length} 个码建好了` });
      onClose();
    },
  });
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
      isOpen
      title="建码"
      okText="建码"
      width={560}
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
      <div className="two-fields">
        <OwnerFields />
      </div>
      <CampaignFields />
    </FormDialog>
  );
}
