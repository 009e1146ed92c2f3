import { App, Form, Input } from 'antd';
import { hasCode } from '../api/adminError';
import { useWrite } from '../api/useWrite';
import type { Category } from '../components/CategoryPicker';
import { FormDialog } from '../components/FormDialog';
import { PictureInput } from '../components/PictureInput';

/** A category that is there, or the place of a new one. */
export type EditedCategory = Category | { parentId: string | null };

interface Values {
  name: string;
  slug: string;
  imageUrl: string | null;
}

export function CategoryDialog({ edited, onClose }: { edited: EditedCategory | null; onClose(): void }) {
  const { message } = App.useApp();
  const refused = (error: unknown) => {
    if (!hasCode(error, 'conflict')) return false;
    void message.error('这个名称或链接名已经有分类在用了');
    return true;
  };
  const options = { changes: ['GET /admin/categories'] as const, onDone: onClose, onRefused: refused };
  const create = useWrite('POST /admin/categories', { ...options, done: '分类建好了' });
  const edit = useWrite('PUT /admin/categories/:categoryId', { ...options, done: '改好了' });
  const row = edited && 'id' in edited ? edited : null;
  const submit = (body: Values) => {
    if (row) edit.mutate({ params: { categoryId: row.id }, body });
    else create.mutate({ body: { ...body, parentId: edited?.parentId ?? null } });
  };
  return (
    <FormDialog<Values>
      isOpen={edited !== null}
      title={row ? `编辑 ${row.name}` : edited?.parentId ? '新建子分类' : '新建分类'}
      okText={row ? '保存' : '新建'}
      isSending={create.isPending || edit.isPending}
      start={row ?? { name: '', slug: '', imageUrl: null }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="名称" name="name" rules={[{ required: true, whitespace: true, message: '请填名称' }]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        label="链接名"
        name="slug"
        extra="出现在网址里"
        rules={[
          { required: true, pattern: /^[a-z0-9][a-z0-9-]{0,69}$/, message: '小写字母、数字和横线，不能以横线开头' },
        ]}
      >
        <Input maxLength={70} />
      </Form.Item>
      <Form.Item label="图片" name="imageUrl" extra="正方形，白底或透明底最好看">
        <PictureInput />
      </Form.Item>
    </FormDialog>
  );
}
