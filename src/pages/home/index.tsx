import { useDidShow, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { getShop } from '@/api/shop';
import { BlockList } from '@/blocks/BlockList';
import { Page } from '@/components/Page';
import { showCartBadge } from '@/lib/cartBadge';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { productKeys } from '@/lib/productCache';
import { shared } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { Hero } from './Hero';
import { defaultLayout } from './defaultLayout';
import css from './index.module.scss';

/**
 * Never blank: the bundled layout draws at once. Nothing is critical here; each block waits and fails alone, and the
 * shop's name is deferred behind the layout's title.
 */
export default function HomePage() {
  const shop = useShop();
  useDidShow(showCartBadge);
  useRefresh(keys.shop, productKeys.categories, ['products', 'page']);

  const { title, blocks } = defaultLayout;
  const card = { title: `${shop?.name ?? title}：今天的好货上摊了`, path: shared.home() };
  useShareAppMessage(() => card);
  useShareTimeline(() => ({ title: card.title }));
  const [first, ...rest] = blocks;
  const hasSearch = first?.kind === 'search';
  return (
    <Page nav="own" isTab>
      <Hero name={shop?.name ?? title}>{hasSearch && <BlockList blocks={[first]} />}</Hero>
      <View className={css.blocks}>
        <BlockList blocks={hasSearch ? rest : blocks} />
      </View>
      <View className={css.end}>今天的摊位就到这里</View>
    </Page>
  );
}

function useShop() {
  return useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop }).data;
}
