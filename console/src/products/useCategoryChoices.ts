import { useRead } from '../api/useRead';
import { inTree } from '../components/CategoryPicker';

/** The shop's categories for a choice, each with its parent's name before it. */
export function useCategoryChoices(): { value: string; label: string }[] {
  const items = useRead('GET /admin/categories', {}).data?.items ?? [];
  return inTree(items).map(({ id, name, parentId }) => {
    const parent = items.find((category) => category.id === parentId);
    return { value: id, label: parent ? `${parent.name} / ${name}` : name };
  });
}
