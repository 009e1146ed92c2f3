import { Form, Select } from 'antd';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';

/** Whose it is: only an owner reads the list of employees. */
export function OwnerFields() {
  const isOwner = useRole('owner');
  const stores = useRead('GET /admin/stores', {}).data?.items ?? [];
  const employees = useRead('GET /admin/employees', {}, { isEnabled: isOwner }).data?.items ?? [];
  const choices = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="two-fields">
      <Form.Item label="门店" name="storeId">
        <Select allowClear options={choices(stores)} placeholder="不属于门店" optionFilterProp="label" showSearch />
      </Form.Item>
      {isOwner && (
        <Form.Item label="员工" name="employeeId">
          <Select
            allowClear
            options={choices(employees)}
            placeholder="不属于员工"
            optionFilterProp="label"
            showSearch
          />
        </Form.Item>
      )}
    </div>
  );
}
