import type { ComponentType } from 'react';
import type { BlockKind, BlockOf } from '@jishi/contract/layouts';
import { BannerBlock } from './BannerBlock';
import { HeadingBlock } from './HeadingBlock';
import { NavGridBlock } from './NavGridBlock';
import { ProductsBlock } from './ProductsBlock';
import { SearchBlock } from './SearchBlock';

/** Kind → component. A kind of the contract that has none here does not compile. */
export const BLOCKS: { readonly [K in BlockKind]: ComponentType<BlockOf<K>['props']> } = {
  search: SearchBlock,
  banner: BannerBlock,
  navGrid: NavGridBlock,
  heading: HeadingBlock,
  products: ProductsBlock,
};
