import { Checkbox, Form } from 'antd';
import { useWrite } from '../api/useWrite';
import { FormDialog } from '../components/FormDialog';
import { CampaignFields } from './CampaignFields';
import { batchBody, checkCount, countOf, type BatchValues, type MadeCodes } from './codeValues';
import { OwnerFields } from './OwnerFields';
import { ProductsInput } from './ProductsInput';
import { useOwnStores } from './useOwnStores';

interface BatchDialogProps {
  onClose(): void;
  onMade(made: MadeCodes): void;
}

/** Codes for a shelf or a team: every product, for every guide. */
export function BatchDialog({ onClose, onMade }: BatchDialogProps) {
  const { stores, mustChoose } = useOwnStores();
  const create = useWrite('POST /admin/code-batches', {
    changes: ['GET /admin/codes', 'GET /admin/guides'],
    onDone: ({ items, made }) => {
      onMade({ codes: items, title: titleOf(items.length, made) });
      onClose();
    },
  });
  const only = mustChoose && stores.length === 1 ? stores[0]!.id : undefined;
  return (
    <FormDialog<BatchValues>
      isOpen
      title="成批建码"
      okText="建码"
      width={560}
      isSending={create.isPending}
      start={{ productIds: [], withHome: false, campaign: '', employeeIds: [], ...(only && { storeId: only }) }}
      onSubmit={(values) => create.mutate({ body: batchBody(values) })}
      onClose={onClose}
    >
      <Form.Item
        label="商品"
        name="productIds"
        dependencies={['withHome', 'employeeIds']}
        rules={[(form) => ({ validator: () => checkCount(form.getFieldsValue() as BatchValues) })]}
      >
        <ProductsInput />
      </Form.Item>
      <Form.Item name="withHome" valuePropName="checked">
        <Checkbox>店铺首页也建一个</Checkbox>
      </Form.Item>
      <div className="two-fields">
        <OwnerFields isMany />
      </div>
      <CampaignFields />
      <Sum />
    </FormDialog>
  );
}

/** How many that makes. */
function Sum() {
  const form = Form.useFormInstance<BatchValues>();
  const { goods, owners, codes } = countOf(Form.useWatch((values: BatchValues) => values, form));
  const sum = owners > 0 ? `${goods} 个去处 × ${owners} 位导购 = ${codes} 个码` : `${codes} 个码`;
  return (
    <div className="box batch-sum">
      <b className={codes === 0 ? 'mut' : ''}>{codes === 0 ? '选好去处，这里算要建几个' : sum}</b>
      <p className="note">已经有同样的码就还用它，不会多出一个；有一个建不成就一个也不建。</p>
    </div>
  );
}

const titleOf = (count: number, made: number) => {
  if (made === count) return `${count} 个码建好了`;
  return made === 0 ? `${count} 个码早就有了` : `${count} 个码好了，其中 ${count - made} 个早就有`;
};
