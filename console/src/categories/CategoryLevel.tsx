import { useState, type ReactNode } from 'react';
import { useWrite } from '../api/useWrite';
import type { Category } from '../components/CategoryPicker';
import { SortableList } from '../components/SortableList';
import { CategoryRow } from './CategoryRow';
import type { EditedCategory } from './CategoryDialog';

interface CategoryLevelProps {
  categories: readonly Category[];
  mayEdit: boolean;
  onEdit(edited: EditedCategory): void;
  /** What stands below a category. */
  children?(category: Category): ReactNode;
}

/** Categories of one parent; each level is sorted by itself. */
export function CategoryLevel({ categories, mayEdit, onEdit, children }: CategoryLevelProps) {
  // the new order is shown while it is being sent
  const [sent, setSent] = useState<readonly string[] | null>(null);
  const order = useWrite('PUT /admin/categories/order', { changes: ['GET /admin/categories'] });
  const byId = new Map(categories.map((category) => [category.id, category]));
  const ids = (sent ?? [...byId.keys()]).filter((id) => byId.has(id));
  const sort = (categoryIds: string[]) => {
    setSent(categoryIds);
    order.mutate({ body: { categoryIds } }, { onSettled: () => setSent(null) });
  };
  return (
    <SortableList
      ids={ids}
      nameOf={(id) => byId.get(id)?.name ?? ''}
      onSort={sort}
      draw={(id, grip) => {
        const category = byId.get(id)!;
        return (
          <>
            <CategoryRow category={category} grip={mayEdit && grip} mayEdit={mayEdit} onEdit={onEdit} />
            {children?.(category)}
          </>
        );
      }}
    />
  );
}
