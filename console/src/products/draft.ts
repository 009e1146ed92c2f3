import type { AdminInput, AdminOk } from '../api/call';
import { arrange, blankRow, keyOf, MAX_SKUS, type Option, type SkuRow } from './skuMatrix';

type Product = AdminOk<'GET /admin/products/:productId'>;
type Edit = Omit<AdminInput<'PUT /admin/products/:productId'>['body'], 'revision'>;
type Create = AdminInput<'POST /admin/products'>['body'];

/** A product as it stands in the form. */
export interface Draft {
  title: string;
  subtitle: string;
  handle: string;
  vendor: string;
  categoryIds: string[];
  tags: string[];
  images: { url: string; alt: string }[];
  videoUrl: string;
  posterUrl: string | null;
  facts: { name: string; value: string }[];
  descriptionHtml: string;
  options: Option[];
  rows: SkuRow[];
}

export const newDraft = (): Draft => ({
  title: '',
  subtitle: '',
  handle: `p-${Date.now().toString(36)}`,
  vendor: '',
  categoryIds: [],
  tags: [],
  images: [],
  videoUrl: '',
  posterUrl: null,
  facts: [],
  descriptionHtml: '',
  options: [],
  rows: [blankRow()],
});

export function draftOf(product: Product): Draft {
  const { title, subtitle, handle, vendor, categoryIds, tags, images, video, facts, descriptionHtml, options } =
    product;
  const sold = product.skus.map((sku): SkuRow => ({
    values: sku.optionValues,
    priceFen: sku.priceFen,
    compareAtFen: sku.compareAtFen,
    code: sku.code ?? '',
    stock: null,
    isOn: true,
    known: sku,
  }));
  const keys = new Set(sold.map(({ values }) => keyOf(values)));
  const rows = arrange(options, sold).map((row) => ({ ...row, isOn: keys.has(keyOf(row.values)) }));
  return {
    ...{ title, subtitle, handle, vendor, categoryIds, tags, images, facts, descriptionHtml, options, rows },
    videoUrl: video?.url ?? '',
    posterUrl: video?.posterUrl ?? null,
  };
}

/** What keeps a draft from being saved, in words; by the part of the form that it is about. */
export function faultsOf(draft: Draft): { part: string; text: string }[] {
  const faults: { part: string; text: string }[] = [];
  const add = (part: string, text: string) => faults.push({ part, text });
  if (draft.title.trim() === '') add('名称', '还没有填');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(draft.handle)) add('链接名', '只能有小写字母、数字和 -');
  if (draft.videoUrl && !/^(https:\/\/|\/assets\/)\S+\.mp4(\?\S*)?$/i.test(draft.videoUrl)) {
    add('视频', '要是 https 开头的 mp4 地址');
  }
  if (draft.facts.some(({ name, value }) => !name.trim() || !value.trim())) add('参数', '名称和内容都要填');
  if (draft.options.some(({ name, values }) => !name.trim() || values.length === 0)) add('规格', '名称和值都要填');
  const names = draft.options.map(({ name }) => name.trim());
  if (new Set(names).size < names.length) add('规格', '名称重复');
  const on = draft.rows.filter(({ isOn }) => isOn);
  if (on.length === 0) add('规格', '至少要卖一种');
  if (on.length > MAX_SKUS) add('规格', `至多 ${MAX_SKUS} 种，现在有 ${on.length} 种`);
  const unpriced = on.filter(({ priceFen }) => priceFen === null).length;
  if (unpriced > 0) add('售价', on.length === 1 ? '还没有填' : `${unpriced} 种还没有填`);
  if (on.some(({ priceFen, compareAtFen }) => priceFen !== null && compareAtFen !== null && compareAtFen < priceFen)) {
    add('划线价', '不能低于售价');
  }
  const codes = on.map(({ code }) => code.trim()).filter(Boolean);
  if (new Set(codes).size < codes.length) add('编码', '有重复的');
  return faults;
}

const skuOf = ({ values, priceFen, compareAtFen, code, known }: SkuRow): Edit['skus'][number] => ({
  code: code.trim() || null,
  optionValues: values,
  priceFen: priceFen!,
  compareAtFen,
  imageUrl: known?.imageUrl ?? null,
  weightGrams: known?.weightGrams ?? null,
  barcode: known?.barcode ?? null,
});

/** What the server is told of a draft without faults. */
export function editOf(draft: Draft): Edit {
  const { title, subtitle, vendor, categoryIds, tags, images, facts, descriptionHtml, options, rows } = draft;
  return {
    ...{ title, subtitle, vendor, categoryIds, tags, images, facts, descriptionHtml },
    options: options.map(({ name, values }) => ({ name: name.trim(), values })),
    video: draft.videoUrl ? { url: draft.videoUrl, posterUrl: draft.posterUrl } : null,
    skus: rows.filter(({ isOn }) => isOn).map(skuOf),
  };
}

export function createOf(draft: Draft, state: 'on_shelf' | 'off_shelf'): Create {
  return {
    ...editOf(draft),
    handle: draft.handle,
    state,
    skus: draft.rows.filter(({ isOn }) => isOn).map((row) => ({ ...skuOf(row), stock: row.stock ?? 0 })),
  };
}
