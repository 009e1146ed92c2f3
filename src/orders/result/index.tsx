import type { ReactNode } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Order } from '@/api/orders';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import offPicture from '../pictures/off.png';
import orderPicture from '../pictures/order.png';
import paidPicture from '../pictures/paid.png';
import { Price } from '@/components/Price';
import { to } from '@/lib/routes';
import { MessageOffer } from '../MessageOffer';
import { headWords } from '../orderWords';
import { useOrderActions } from '../useOrderActions';
import { usePaymentResult } from './usePaymentResult';
import css from './index.module.scss';

export default function PayResult() {
  const orderId = useRouter().params.id ?? '';
  const { order, error, isAsking, askAgain } = usePaymentResult(orderId);

  if (!order && error) {
    return (
      <Page title="支付结果">
        <ErrorState error={error} onRetry={askAgain} />
      </Page>
    );
  }
  if (!order || (order.state === 'unpaid' && isAsking)) return <Waiting order={order} />;
  if (order.state === 'unpaid') return <Unpaid order={order} onPaid={askAgain} />;
  if (order.state === 'closed') return <Closed order={order} />;
  return <Paid order={order} />;
}

function Paid({ order }: { order: Order }) {
  return (
    <Panel
      picture={paidPicture}
      title="付好了，谢谢惠顾"
      fen={order.totalFen}
      text={order.fulfilment === 'pickup' ? '货在店里等你，取货码在订单里' : '店家正在为你打包，发出后就能收到'}
    >
      <Keys>
        <Button kind="plain" isBlock onTap={() => to.orderInstead(order.id)}>
          看订单
        </Button>
        <Button kind="primary" isBlock onTap={() => to.home()}>
          再逛逛
        </Button>
      </Keys>
      <View className={css.offer}>
        {order.fulfilment === 'pickup' ? (
          <MessageOffer moment="paid_pickup" title="取货提醒" text="把取货码发到你的消息里" thanks="好，稍后发给你" />
        ) : (
          <MessageOffer moment="paid" title="发货提醒" text="发货时告诉你，还有退款到账" thanks="好，发货就告诉你" />
        )}
      </View>
      <View className={css.more}>
        <ProductsBlock {...BEST_SELLERS} title="顺手再看看" />
      </View>
    </Panel>
  );
}

function Waiting({ order }: { order: Order | null }) {
  return (
    <Panel
      picture={orderPicture}
      title="等待付款结果"
      fen={order?.totalFen}
      text="正在向平台确认，一般几秒钟就好"
      isBusy
    />
  );
}

function Unpaid({ order, onPaid }: { order: Order; onPaid(): void }) {
  const { busy, pay } = useOrderActions();
  return (
    <Panel picture={orderPicture} title="还没付" fen={order.totalFen} text="没有收到这笔付款，货先为你留着">
      <Keys>
        <Button kind="plain" isBlock onTap={() => to.orderInstead(order.id)}>
          看订单
        </Button>
        <Button kind="primary" isBlock isBusy={busy !== null} onTap={() => void pay(order.id)}>
          去付款
        </Button>
      </Keys>
      <View className={css.again}>
        <Button kind="text" size="s" onTap={onPaid}>
          已经付过了，再查一次
        </Button>
      </View>
    </Panel>
  );
}

function Closed({ order }: { order: Order }) {
  const { title, text } = headWords(order);
  return (
    <Panel picture={offPicture} title={title} fen={order.totalFen} text={text}>
      <Keys>
        <Button kind="plain" isBlock onTap={() => to.orderInstead(order.id)}>
          看订单
        </Button>
        <Button kind="primary" isBlock onTap={() => to.home()}>
          再逛逛
        </Button>
      </Keys>
    </Panel>
  );
}

interface PanelProps {
  picture: string;
  title: string;
  fen: number | undefined;
  text: string;
  isBusy?: boolean;
  children?: ReactNode;
}

function Panel({ picture, title, fen, text, isBusy, children }: PanelProps) {
  return (
    <Page title="支付结果">
      <View className={css.panel}>
        <Image className={css.picture} src={picture} mode="aspectFit" aria-hidden />
        <Text className={css.title}>{title}</Text>
        {fen !== undefined && (
          <View className={css.price}>
            <Price fen={fen} size="xl" tone="ink" />
          </View>
        )}
        <Text className={css.text}>{text}</Text>
        {isBusy && (
          <View className={css.dots}>
            <View className={css.dot} />
            <View className={css.dot} />
            <View className={css.dot} />
          </View>
        )}
      </View>
      {children}
    </Page>
  );
}

function Keys({ children }: { children: ReactNode[] }) {
  return (
    <View className={css.keys}>
      {children.map((child, index) => (
        <View key={index} className={css.key}>
          {child}
        </View>
      ))}
    </View>
  );
}
