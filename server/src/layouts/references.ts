import type {
  AnyBlock,
  BlockOf,
  LayoutDocument,
  LayoutPicture,
  LinkTarget,
  ProductSource,
} from '@jishi/contract/layouts';

/** Something outside the page that it stands on. */
export type Reference = { blockId: string | null; path: string; isHidden: boolean } & (
  | { to: 'product'; id: string; isListed: boolean }
  | { to: 'category'; slug: string }
  | { to: 'tag'; tag: string }
  | { to: 'campaign'; slug: string }
  | { to: 'picture'; picture: LayoutPicture }
  | { to: 'film'; url: string }
  | { to: 'store'; id: string }
);

type Target = Reference extends infer R
  ? R extends unknown
    ? Omit<R, 'blockId' | 'path' | 'isHidden'>
    : never
  : never;

/** Every product, category, tag, campaign, store, picture and film of a page, with the place where it stands. */
export function referencesOf(document: LayoutDocument, indexes: readonly number[]): Reference[] {
  const found: Reference[] = [];
  const { blocks, ...head } = document;
  walk(head, [], null);
  blocks.forEach((block, at) => walk(block, ['blocks', String(indexes[at])], block));
  return found;

  function walk(value: unknown, path: string[], block: AnyBlock | null): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, target] of targetsOf(value)) {
      const place = { blockId: block?.id ?? null, path: [...path, ...key].join('.') };
      found.push({ ...place, isHidden: block?.visible?.isHidden ?? false, ...target });
    }
    for (const [key, child] of Object.entries(value)) walk(child, [...path, key], block);
  }
}

/** What this very object says. The types of links and sources are words that no other object has under these names. */
function targetsOf(value: object): [key: string[], target: Target][] {
  const link = value as LinkTarget;
  if (link.type === 'product') return [[['productId'], { to: 'product', id: link.productId, isListed: false }]];
  if (link.type === 'category') return [[['slug'], { to: 'category', slug: link.slug }]];
  if (link.type === 'tag') return [[['tag'], { to: 'tag', tag: link.tag }]];
  if (link.type === 'campaign') return [[['slug'], { to: 'campaign', slug: link.slug }]];
  const source = value as ProductSource;
  if (source.from === 'ids')
    return source.ids.map((id, at) => [['ids', String(at)], { to: 'product', id, isListed: true }]);
  if (source.from === 'category') return [[['slug'], { to: 'category', slug: source.slug }]];
  if (source.from === 'tag') return [[['tag'], { to: 'tag', tag: source.tag }]];
  const { storeIds } = value as NonNullable<AnyBlock['visible']>;
  if (Array.isArray(storeIds)) return storeIds.map((id, at) => [['storeIds', String(at)], { to: 'store', id }]);
  const film = value as BlockOf<'video'>['props'];
  if (typeof film.url === 'string' && film.poster) return [[['url'], { to: 'film', url: film.url }]];
  const picture = value as LayoutPicture;
  const isPicture = typeof picture.url === 'string' && typeof picture.width === 'number';
  return isPicture ? [[[], { to: 'picture', picture }]] : [];
}
