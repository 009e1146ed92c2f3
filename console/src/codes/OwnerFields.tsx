import { Form, Select } from 'antd';
import { choicesOf, useGuides } from './useGuides';
import { useOwnStores } from './useOwnStores';

/** Whose codes they are: a store's, and of one guide in it or of several. */
export function OwnerFields({ isMany = false }: { isMany?: boolean }) {
  const form = Form.useFormInstance();
  const storeId = Form.useWatch<string | undefined>('storeId', form);
  const { stores, mustChoose } = useOwnStores();
  const guides = choicesOf(useGuides(), storeId);
  const field = isMany ? 'employeeIds' : 'employeeId';
  // a guide's code counts for a store that they work in
  const forget = () => form.setFieldValue(field, isMany ? [] : undefined);
  return (
    <>
      <Form.Item
        label="门店"
        name="storeId"
        {...(mustChoose && { rules: [{ required: true, message: '选一家自己的门店' }] })}
      >
        <Select
          allowClear={!mustChoose}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={mustChoose ? '选门店' : '不属于门店'}
          optionFilterProp="label"
          showSearch
          onChange={forget}
        />
      </Form.Item>
      <Form.Item label="导购" name={field} extra={isMany ? '选了几位，就每位各一个码' : undefined}>
        <Select
          allowClear
          {...(isMany && { mode: 'multiple' })}
          options={guides}
          optionLabelProp="name"
          placeholder="不属于导购"
          notFoundContent={storeId ? '这家店还没有导购' : '还没有导购'}
          optionFilterProp="label"
          showSearch
        />
      </Form.Item>
    </>
  );
}
