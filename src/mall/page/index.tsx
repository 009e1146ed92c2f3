import { useEffect } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useLayout } from '@/api/useLayout';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { BlockList } from '@/blocks/BlockList';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { ProductGridSkeleton } from '@/components/ProductGrid';
import { SkeletonBox } from '@/components/SkeletonBox';
import { readTheme } from '@/components/theme';
import { hasCode } from '@/lib/apiError';
import { keys } from '@/lib/queryKeys';
import { readParam, shared, to } from '@/lib/routes';
import { serverUrl } from '@/lib/serverUrl';
import { useRefresh } from '@/lib/useRefresh';
import { useSharing } from '@/lib/useSharing';
import { platform } from '@/platform';
import offPicture from '../pictures/off.png';
import css from './index.module.scss';

/** A page made in the console. Critical: its layout, of which the last good one is enough. */
export default function CampaignPage() {
  const { params } = useRouter();
  const slug = readParam(params.slug);
  const { document, blocks, error, retry, onFailed } = useLayout(slug);
  const title = document?.title ?? '活动';
  useRefresh(keys.layout(slug), ['products', 'page']);
  useEffect(() => platform.setTitle(title), [title]);
  useSharing({
    title: document?.share?.title ?? title,
    path: shared.campaign(slug),
    imageUrl: document?.share?.picture && serverUrl(document.share.picture.url),
  });

  if (document) {
    return (
      <Page title={title} theme={document.theme && readTheme(document.theme)} ground={document.background}>
        {blocks.length > 0 ? <BlockList blocks={blocks} onFailed={onFailed} /> : <NothingYet />}
      </Page>
    );
  }
  if (error && !hasCode(error, 'not_found')) {
    return (
      <Page title={title}>
        <ErrorState error={error} title="活动没加载出来" onRetry={retry} />
      </Page>
    );
  }
  return <Page title={title}>{error ? <Over /> : <Waiting />}</Page>;
}

function Over() {
  return (
    <>
      <Empty
        picture={offPicture}
        title="这场活动收摊了"
        text="可能已经结束，店里还有别的好货"
        action={{ text: '回首页', onTap: to.home }}
      />
      <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
    </>
  );
}

/** Released, but nothing on it is for this moment. */
function NothingYet() {
  return (
    <Empty
      picture={offPicture}
      title="好货还没摆上来"
      text="过一会儿再来看看"
      action={{ text: '回首页', onTap: to.home }}
    />
  );
}

function Waiting() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={156} radius={16} />
      <View className={css.goods}>
        <ProductGridSkeleton />
      </View>
    </View>
  );
}
