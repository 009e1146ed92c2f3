import { useState } from 'react';
import { Form, Input, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { hasCode } from '../../api/adminError';
import { useWrite } from '../../api/useWrite';
import { LAYOUT_READS } from '../layoutReads';
import type { LayoutPageRow } from '../rows';

interface NewPageDialogProps {
  /** Null: closed. `copyOf`: of which page it starts as a copy. */
  opened: { copyOf: string | null } | null;
  pages: LayoutPageRow[];
  onClose(): void;
}

interface Values {
  title: string;
  slug: string;
  copyOf: string;
}

const EMPTY = '';

export function NewPageDialog({ opened, pages, onClose }: NewPageDialogProps) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [taken, setTaken] = useState<string | null>(null);
  const create = useWrite('POST /admin/layouts', {
    changes: LAYOUT_READS,
    onDone: ({ page }) => void navigate(`/layouts/${page.id}`),
    onRefused(error) {
      if (!hasCode(error, 'conflict')) return false;
      setTaken(form.getFieldValue('slug') as string);
      return true;
    },
  });
  const send = ({ title, slug, copyOf }: Values) =>
    create.mutate({ body: { title: title.trim(), slug, copyOf: copyOf === EMPTY ? null : copyOf } });
  return (
    <Modal
      open={opened !== null}
      title="新建活动页"
      okText="新建"
      onCancel={onClose}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ title: '', slug: '', copyOf: opened?.copyOf ?? EMPTY }}
        onFinish={send}
        onValuesChange={() => setTaken(null)}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '写一个标题' }]}>
          <Input maxLength={20} placeholder="比如：年货节" />
        </Form.Item>
        <Form.Item
          name="slug"
          label="链接名"
          extra="小写字母、数字和横线，以后不能改，比如 new-year"
          {...(taken && { validateStatus: 'error' as const, help: `“${taken}”已经有了，换一个` })}
          rules={[
            { required: true, message: '写一个链接名' },
            { pattern: /^[a-z0-9][a-z0-9-]{0,39}$/, message: '只能有小写字母、数字和横线，以字母或数字开头' },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="copyOf" label="从哪里开始">
          <Select
            options={[
              { value: EMPTY, label: '空白页面' },
              ...pages.map(({ id, title }) => ({ value: id, label: `复制「${title}」的草稿` })),
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
