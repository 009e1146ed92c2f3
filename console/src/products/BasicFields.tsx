import { Form, Input, Select } from 'antd';
import type { Draft } from './draft';
import { useCategoryChoices } from './useCategoryChoices';

interface BasicFieldsProps {
  draft: Draft;
  isNew: boolean;
  onChange(changes: Partial<Draft>): void;
}

export function BasicFields({ draft, isNew, onChange }: BasicFieldsProps) {
  const categories = useCategoryChoices();
  return (
    <Form layout="vertical" component="div" className="basic-fields">
      <Form.Item label="名称" className="wide" htmlFor="product-title">
        <Input
          id="product-title"
          value={draft.title}
          maxLength={120}
          showCount
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Form.Item>
      <Form.Item label="一句话介绍" className="wide" htmlFor="product-subtitle">
        <Input
          id="product-subtitle"
          value={draft.subtitle}
          maxLength={120}
          onChange={({ target }) => onChange({ subtitle: target.value })}
        />
      </Form.Item>
      <Form.Item label="分类" htmlFor="product-categories">
        <Select
          id="product-categories"
          mode="multiple"
          maxCount={10}
          value={draft.categoryIds}
          options={categories}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(categoryIds: string[]) => onChange({ categoryIds })}
        />
      </Form.Item>
      <Form.Item label="标签" htmlFor="product-tags">
        <Select
          id="product-tags"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={20}
          tokenSeparators={[',', '，', ' ']}
          value={draft.tags}
          placeholder="输入后按回车"
          onChange={(tags: string[]) => onChange({ tags: tags.map((tag) => tag.slice(0, 40)) })}
        />
      </Form.Item>
      <Form.Item label="品牌" htmlFor="product-vendor">
        <Input
          id="product-vendor"
          value={draft.vendor}
          maxLength={60}
          onChange={({ target }) => onChange({ vendor: target.value })}
        />
      </Form.Item>
      <Form.Item label="链接名" htmlFor="product-handle">
        <Input
          id="product-handle"
          value={draft.handle}
          maxLength={80}
          disabled={!isNew}
          onChange={({ target }) => onChange({ handle: target.value.trim().toLowerCase() })}
        />
      </Form.Item>
      <Form.Item
        label="视频地址"
        className="wide"
        htmlFor="product-video"
        extra="直接通到视频文件的地址，比如对象存储的外链；素材库还不收视频，视频网站的播放页放不出来"
      >
        <Input
          id="product-video"
          value={draft.videoUrl}
          maxLength={500}
          placeholder="https 开头、.mp4 结尾，可以不填"
          onChange={({ target }) => onChange({ videoUrl: target.value.trim() })}
        />
      </Form.Item>
    </Form>
  );
}
