import { Modal } from 'antd';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Blank } from './Blank';
import { DataTable } from './DataTable';
import { Picture } from './Picture';

export type Category = AdminOk<'GET /admin/categories'>['items'][number];

interface CategoryPickerProps {
  isOpen: boolean;
  onPick(category: Category): void;
  onClose(): void;
}

/** One of the shop's categories, both levels. */
export function CategoryPicker({ isOpen, onPick, onClose }: CategoryPickerProps) {
  const list = wholeList(useRead('GET /admin/categories', {}, { isEnabled: isOpen }));
  const ordered = list.rows && inTree(list.rows);
  return (
    <Modal open={isOpen} onCancel={onClose} title="选分类" width={520} footer={null} destroyOnHidden>
      <div className="picker-body">
        <DataTable
          list={{ ...list, rows: ordered }}
          blank={<Blank title="还没有分类" hint="先到“分类”里新建" />}
          onOpen={(category) => {
            onPick(category);
            onClose();
          }}
          columns={[
            {
              title: '分类',
              key: 'name',
              render: (_, { name, imageUrl, parentId }) => (
                <button type="button" className={`row with-picture plain ${parentId ? 'below' : ''}`}>
                  <Picture url={imageUrl} size={28} />
                  <span className={parentId ? '' : 'b'}>{name}</span>
                </button>
              ),
            },
            { title: '商品', key: 'count', align: 'right', width: 90, render: (_, { productCount }) => productCount },
          ]}
        />
      </div>
    </Modal>
  );
}

/** Each top category with its own below it. */
export function inTree(categories: readonly Category[]): Category[] {
  return categories
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [top, ...categories.filter(({ parentId }) => parentId === top.id)]);
}
