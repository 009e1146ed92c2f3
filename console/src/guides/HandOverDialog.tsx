import { Alert, Form, Select } from 'antd';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import type { GuideRow } from './GuideList';

interface HandOverDialogProps {
  giver: GuideRow | null;
  guides: readonly GuideRow[];
  onClose(): void;
}

const NOBODY = 'nobody';

export function HandOverDialog({ giver, guides, onClose }: HandOverDialogProps) {
  const write = useWrite('POST /admin/hand-overs', {
    changes: ['GET /admin/guides', 'GET /admin/staff-results'],
    done: '交过去了',
    onDone: onClose,
  });
  const takers = guides.filter(({ id, state }) => state === 'active' && id !== giver?.id);
  return (
    <FormDialog<{ to: string | null }>
      isOpen={giver !== null}
      title={giver ? `移交${giver.name}的 ${giver.customers} 位顾客` : '移交顾客'}
      okText="移交"
      isSending={write.isPending}
      start={{ to: null }}
      onClose={onClose}
      onSubmit={({ to }) =>
        giver && write.mutate({ body: { fromEmployeeId: giver.id, toEmployeeId: to === NOBODY ? null : to } })
      }
    >
      <Form.Item label="交给谁" name="to" rules={[{ required: true, message: '选一位同事' }]}>
        <Select
          showSearch
          optionFilterProp="label"
          placeholder="选一位在职的导购"
          options={[
            ...takers.map(({ id, name, stores }) => ({
              value: id,
              label: [name, ...stores.map((store) => store.name)].join(' · '),
            })),
            { value: NOBODY, label: '谁也不给，等他们自己扫到下一位' },
          ]}
        />
      </Form.Item>
      <Alert
        type="info"
        showIcon
        title="已经成交的单不变；移交会记在每位顾客的经过里"
        description={giver?.state === 'disabled' ? '他离职了：贴在店里的码也会跟着换人，照样能扫。' : undefined}
      />
    </FormDialog>
  );
}
