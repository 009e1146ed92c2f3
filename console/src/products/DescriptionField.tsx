import { useState } from 'react';
import { Input, Segmented } from 'antd';
import { Panel } from '../components/Panel';

interface DescriptionFieldProps {
  html: string;
  onChange(html: string): void;
}

/** The text and pictures of the product's page, as HTML; the server lets only plain tags through. */
export function DescriptionField({ html, onChange }: DescriptionFieldProps) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <Panel
      title="图文详情"
      note="HTML，保存时会去掉脚本和样式"
      extra={
        <Segmented
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'write', label: '编写' },
            { value: 'preview', label: '预览' },
          ]}
        />
      }
    >
      {view === 'write' ? (
        <Input.TextArea
          className="description"
          value={html}
          rows={10}
          maxLength={60_000}
          aria-label="图文详情"
          placeholder="<p>写写它好在哪里</p>"
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        // nothing in it runs: the frame may do nothing, and the policy of this page holds inside too
        <iframe className="description-preview" title="图文详情预览" sandbox="" srcDoc={html || '<p>还没有内容</p>'} />
      )}
    </Panel>
  );
}
