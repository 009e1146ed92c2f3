import { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';
import { getShop } from '@/api/shop';
import { useLayout } from '@/api/useLayout';
import { BlockList } from '@/blocks/BlockList';
import { Page } from '@/components/Page';
import { showCartBadge } from '@/lib/cartBadge';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { productKeys } from '@/lib/productCache';
import { shared } from '@/lib/routes';
import { serverUrl } from '@/lib/serverUrl';
import { useRefresh } from '@/lib/useRefresh';
import { useSharing } from '@/lib/useSharing';
import { Hero } from './Hero';
import css from './index.module.scss';

/**
 * Never blank: the last layout, else the bundled one, draws at once. Nothing is critical here; each block waits and fails
 * alone, and the shop's name is deferred behind the layout's title.
 */
export default function HomePage() {
  const shop = useShop();
  useDidShow(showCartBadge);
  useRefresh(keys.layout('home'), keys.shop, productKeys.categories, ['products', 'page']);

  const { document, blocks, onFailed } = useLayout('home', DEFAULT_HOME);
  const { title, share, background } = document ?? DEFAULT_HOME;
  useSharing({
    title: share?.title ?? `${shop?.name ?? title}：今天的好货上摊了`,
    path: shared.home(),
    imageUrl: share?.picture && serverUrl(share.picture.url),
  });
  const [first, ...rest] = blocks;
  const hasSearch = first?.kind === 'search';
  return (
    <Page nav="own" isTab ground={background}>
      <Hero name={shop?.name ?? title}>{hasSearch && <BlockList blocks={[first]} onFailed={onFailed} />}</Hero>
      <View className={css.blocks}>
        <BlockList blocks={hasSearch ? rest : blocks} onFailed={onFailed} />
      </View>
      <View className={css.end}>今天的摊位就到这里</View>
    </Page>
  );
}

function useShop() {
  return useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop }).data;
}
