import { clockOf } from '../../time';
import { wordOf } from '../form/words';
import { knownKind, type DraftBlock } from './blocks';

type Loose = Record<string, unknown>;
const count = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const isTime = (value: unknown): value is string => !Number.isNaN(Date.parse(text(value)));

/** One line about a block for the list of the page's structure. */
export function summaryOf(block: DraftBlock): string {
  const kind = knownKind(block);
  if (!kind) return '这个后台不认识，原样保留';
  const { props } = block;
  switch (kind) {
    case 'search':
      return text(props.placeholder) || '搜一搜今天的好货';
    case 'notice':
      return text((props.items as Loose[] | undefined)?.[0]?.text);
    case 'heading':
      return text(props.title);
    case 'spacer':
      return `${String(props.height ?? 12)} px`;
    case 'fab':
      return `${count(props.items)} 个按钮`;
    case 'banner':
      return `${count(props.items)} 张 · ${text(props.ratio) || '9:4'}`;
    case 'cube':
      return wordOf(props.preset ?? 'oneTwo');
    case 'hotspot':
      return `${count(props.areas)} 个热区`;
    case 'video':
      return text(props.title) || '视频';
    case 'richText':
      return text(props.html)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 30);
    case 'navGrid':
      return sayNav(props);
    case 'products':
      return [text(props.title), saySource((props.source ?? {}) as Loose)].filter(Boolean).join(' · ');
    case 'countdown':
      return isTime(props.until) ? `到 ${clockOf(props.until)}` : text(props.text);
    case 'guide':
      return '没有导购的顾客看不到';
  }
}

function sayNav({ source, columns = 5 }: Loose): string {
  const { from, items } = (source ?? {}) as Loose;
  return `${from === 'items' ? `${count(items)} 项` : '店铺分类'} · 每行 ${String(columns)}`;
}

function saySource({ from, ids, slug, tag, limit }: Loose): string {
  if (from === 'ids') return `挑选 ${count(ids)} 件`;
  const of = from === 'category' ? `分类「${text(slug)}」` : from === 'tag' ? `标签「${text(tag)}」` : '全部商品';
  return `${of}${typeof limit === 'number' ? ` ${limit} 件` : ''}`;
}
