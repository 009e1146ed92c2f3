import { View } from '@tarojs/components';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import offPicture from '../pictures/off.png';
import { to } from '@/lib/routes';
import { CartEntrance } from './Actions';
import css from './Actions.module.scss';

/** Off the shelf, or never there: said kindly, with other things to look at. */
export function Gone({ cartCount }: { cartCount: number }) {
  const bar = (
    <>
      <CartEntrance count={cartCount} />
      <View className={css.one}>
        <Button kind="primary" isBlock onTap={() => void to.list({})}>
          看看别的好货
        </Button>
      </View>
    </>
  );
  return (
    <Page title="商品" bottomBar={bar}>
      <Empty
        picture={offPicture}
        title="这件商品收摊了"
        text="可能已下架或换了季，看看别的吧"
        action={{ text: '回首页', onTap: () => void to.home() }}
      />
      <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
    </Page>
  );
}
