import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { Blank } from '../components/Blank';
import type { Category } from '../components/CategoryPicker';
import { LoadingRows } from '../components/LoadingRows';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { CategoryDialog, type EditedCategory } from './CategoryDialog';
import { CategoryLevel } from './CategoryLevel';

/** The shop's categories, two levels, in the order in which shoppers see them. */
export function CategoriesPage() {
  const read = useRead('GET /admin/categories', {});
  const [edited, setEdited] = useState<EditedCategory | null>(null);
  const mayEdit = useRole('owner', 'operator');
  return (
    <Page
      title="分类"
      note="两级；拖动左边的把手，或者选中把手按空格再按上下键，改变次序"
      actions={
        mayEdit && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited({ parentId: null })}>
            新建分类
          </Button>
        )
      }
    >
      <Panel isFlush>
        {!read.data && read.error && (
          <Blank kind="error" title="没有读到" hint={sentenceOf(read.error)} onRetry={() => void read.refetch()} />
        )}
        {!read.data && !read.error && <LoadingRows />}
        {read.data && <Tree categories={read.data.items} mayEdit={mayEdit} onEdit={setEdited} />}
      </Panel>
      <CategoryDialog edited={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}

interface TreeProps {
  categories: readonly Category[];
  mayEdit: boolean;
  onEdit(edited: EditedCategory): void;
}

function Tree({ categories, ...rest }: TreeProps) {
  const tops = categories.filter(({ parentId }) => parentId === null);
  if (tops.length === 0) return <Blank title="还没有分类" hint="新建第一个，再把商品放进去" />;
  return (
    <CategoryLevel {...rest} categories={tops}>
      {(top) => <CategoryLevel {...rest} categories={categories.filter(({ parentId }) => parentId === top.id)} />}
    </CategoryLevel>
  );
}
