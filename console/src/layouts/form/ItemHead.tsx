import type { ReactNode } from 'react';
import { PictureOutlined } from '@ant-design/icons';
import type { FormField } from './formOf';
import { useErrorAt } from './formErrors';
import { LinkWords } from './LinkWords';

interface ItemHeadProps {
  item: Record<string, unknown>;
  fields: FormField[];
  path: string;
  grip: ReactNode;
  tools: ReactNode;
  onToggle(): void;
}

/** A closed item: its picture, its first words, where it leads, and what is wrong with it. */
export function ItemHead({ item, fields, path, grip, tools, onToggle }: ItemHeadProps) {
  const error = useErrorAt(path, true);
  const picture = fields.find(({ node }) => node.widget === 'picture');
  const link = fields.find(({ node }) => node.widget === 'link');
  const words = fields.filter(({ node }) => node.is === 'text').map(({ name }) => item[name]);
  const first = words.find((word) => typeof word === 'string' && word !== '') as string | undefined;
  const url = picture && (item[picture.name] as { url?: string } | undefined)?.url;
  return (
    <div className={`item-row ${error ? 'err' : ''}`}>
      {grip}
      <button type="button" className="item-open" onClick={onToggle}>
        {picture && (url ? <img src={url} alt="" /> : <PictureOutlined className="product-none" />)}
        <span className="two">
          <span className="two-a">
            {first ?? (words.length > 0 ? '没有文字' : `第 ${Number(path.split('.').at(-1)) + 1} 张`)}
          </span>
          <span className={`two-b ${error ? 'bad-t' : ''}`}>
            {error ?? (link && <LinkWords link={item[link.name]} />)}
          </span>
        </span>
      </button>
      {tools}
    </div>
  );
}
