import type { ReactNode } from 'react';
import { App } from 'antd';
import { hasCode } from '../api/adminError';
import { useWrite } from '../api/useWrite';
import type { Category } from '../components/CategoryPicker';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import type { EditedCategory } from './CategoryDialog';

interface CategoryRowProps {
  category: Category;
  grip: ReactNode;
  mayEdit: boolean;
  onEdit(edited: EditedCategory): void;
}

export function CategoryRow({ category, grip, mayEdit, onEdit }: CategoryRowProps) {
  const { parentId, name, slug, imageUrl, productCount } = category;
  return (
    <div className={`row category-row ${parentId ? 'below' : ''}`}>
      {grip}
      <Picture url={imageUrl} size={parentId ? 28 : 36} />
      <div className="grow">
        <Two above={name} below={slug} />
      </div>
      {(parentId || productCount > 0) && <span className="note num">{productCount} 件商品</span>}
      {mayEdit && <Actions category={category} onEdit={onEdit} />}
    </div>
  );
}

function Actions({ category, onEdit }: Pick<CategoryRowProps, 'category' | 'onEdit'>) {
  const { modal, message } = App.useApp();
  const remove = useWrite('DELETE /admin/categories/:categoryId', {
    changes: ['GET /admin/categories'],
    done: '删掉了',
    onRefused: (error) => {
      if (!hasCode(error, 'conflict')) return false;
      void message.error('里面还有商品或子分类，先移走它们');
      return true;
    },
  });
  const ask = () =>
    void modal.confirm({
      title: `删除分类“${category.name}”？`,
      okText: '删除',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ params: { categoryId: category.id } }).catch(() => undefined),
    });
  return (
    <div className="acts">
      {category.parentId === null && (
        <button type="button" className="link" onClick={() => onEdit({ parentId: category.id })}>
          添加子分类
        </button>
      )}
      <button type="button" className="link" onClick={() => onEdit(category)}>
        编辑
      </button>
      <button type="button" className="link danger" onClick={ask}>
        删除
      </button>
    </div>
  );
}
