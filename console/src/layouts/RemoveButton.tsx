import { DeleteOutlined } from '@ant-design/icons';

export function RemoveButton({ name = '删除', onClick }: { name?: string; onClick(): void }) {
  return (
    <button type="button" className="ib" title={name} aria-label={name} onClick={onClick}>
      <DeleteOutlined />
    </button>
  );
}
