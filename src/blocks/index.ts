import type { ComponentType } from 'react';
import type { BlockKind, BlockOf } from '@jishi/contract/layouts';
import { BannerBlock } from './BannerBlock';
import { CountdownBlock } from './CountdownBlock';
import { CubeBlock } from './CubeBlock';
import { FabBlock } from './FabBlock';
import { GuideBlock } from './GuideBlock';
import { HeadingBlock } from './HeadingBlock';
import { HotspotBlock } from './HotspotBlock';
import { NavGridBlock } from './NavGridBlock';
import { NoticeBlock } from './NoticeBlock';
import { ProductsBlock } from './ProductsBlock';
import { RichTextBlock } from './RichTextBlock';
import { SearchBlock } from './SearchBlock';
import { SpacerBlock } from './SpacerBlock';
import { VideoBlock } from './VideoBlock';

/** Kind → component. A kind of the contract that has none here does not compile. */
export const BLOCKS: { readonly [K in BlockKind]: ComponentType<BlockOf<K>['props']> } = {
  search: SearchBlock,
  notice: NoticeBlock,
  heading: HeadingBlock,
  spacer: SpacerBlock,
  fab: FabBlock,
  banner: BannerBlock,
  cube: CubeBlock,
  hotspot: HotspotBlock,
  video: VideoBlock,
  richText: RichTextBlock,
  navGrid: NavGridBlock,
  products: ProductsBlock,
  countdown: CountdownBlock,
  guide: GuideBlock,
};
