import { clockOf } from '../../time';
import type { FormNode } from './formOf';
import { wordOf } from './words';

/** What a product or a category is called; undefined while that is not known. */
export interface Names {
  product(id: string): string | undefined;
  category(slug: string): string | undefined;
}

const NO_NAMES: Names = { product: () => undefined, category: () => undefined };

/** A value in a few words, for the list of changes. Nothing: ''. */
export function sayValue(node: FormNode, value: unknown, names = NO_NAMES): string {
  if (value === undefined || value === null || value === '') return '';
  if (node.widget === 'picture') return sayPicture(value);
  if (node.widget === 'link') return sayLink(value, names);
  if (node.widget === 'pickProducts') return sayProducts(value as string[], names);
  if (node.widget === 'pickProduct') return names.product(value as string) ?? short(value as string);
  if (node.widget === 'pickCategory') return names.category(value as string) ?? short(value as string);
  if (node.widget === 'time') return clockOf(value as string);
  switch (node.is) {
    case 'choice':
    case 'colour':
      return wordOf(value);
    case 'switch':
      return value ? '是' : '否';
    case 'list':
      return sayList(node.item, value as unknown[], names);
    case 'variants':
      return node.variants.find(({ value: name }) => name === (value as Record<string, unknown>)[node.by])?.title ?? '';
    case 'group':
      return sayGroup(node.fields, value as Record<string, unknown>, names);
    default:
      return short(String(value));
  }
}

const sayProducts = (ids: string[], names: Names) =>
  ids.length > 4 ? `${ids.length} 件` : ids.map((id) => names.product(id) ?? id).join('、');

function sayList(item: FormNode, values: unknown[], names: Names): string {
  if (item.is === 'group') return `${values.length} 项`;
  return values.length > 4 ? `${values.length} 个` : values.map((value) => sayValue(item, value, names)).join('、');
}

function sayGroup(
  fields: Extract<FormNode, { is: 'group' }>['fields'],
  value: Record<string, unknown>,
  names: Names,
): string {
  const words = fields.map(({ name, node }) => sayValue(node, value[name], names)).filter(Boolean);
  return short(words.join(' · ')) || '有';
}

function sayPicture(value: unknown): string {
  const { url = '', width = 0, height = 0 } = value as { url?: string; width?: number; height?: number };
  return `${url.split('/').at(-1) ?? ''} ${width}×${height}`;
}

/** Where a link leads. */
export function sayLink(value: unknown, names = NO_NAMES): string {
  const link = (value ?? { type: 'none' }) as Record<string, string | undefined>;
  switch (link.type) {
    case 'product':
      return link.productId ? `商品 · ${names.product(link.productId) ?? link.productId}` : '商品（还没选）';
    case 'category':
      return link.slug ? `分类 · ${names.category(link.slug) ?? link.slug}` : '分类（还没选）';
    case 'search':
      return `搜索 · ${link.keyword ?? ''}`;
    case 'tag':
      return `标签 · ${link.tag ?? ''}`;
    case 'page':
      return wordOf(link.to);
    case 'campaign':
      return link.slug ? `活动 · ${link.slug}` : '活动（还没选）';
    default:
      return '不跳转';
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
