import { Text, View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { getOrderAftersales } from '@/api/aftersales';
import { getOrder, getOrderProgress, type Order } from '@/api/orders';
import { getShop } from '@/api/shop';
import { Card } from '@/components/Card';
import { CountdownText } from '@/components/CountdownText';
import { ErrorState } from '@/components/ErrorState';
import { Icon, type IconName } from '@/components/Icon';
import { Page } from '@/components/Page';
import { SkeletonBox } from '@/components/SkeletonBox';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { Amounts } from '../Amounts';
import { lineChip } from '../aftersaleWords';
import { CancelSheet } from '../CancelSheet';
import { InvoiceSheet } from '../InvoiceSheet';
import { LineRow } from '../LineRow';
import { headWords, maskPhone, regionOf } from '../orderWords';
import { useOrderActions } from '../useOrderActions';
import { Actions } from './Actions';
import { AftersaleEntry } from './AftersaleEntry';
import { Facts } from './Facts';
import { PickupCode } from './PickupCode';
import { Trail } from './Trail';
import { useInvoiceRequest } from './useInvoiceRequest';
import css from './index.module.scss';

const HEAD_ICONS: Record<Order['state'], IconName> = {
  unpaid: 'wallet',
  paid: 'carton',
  shipped: 'truck',
  done: 'check',
  closed: 'close',
};

export default function OrderDetail() {
  const orderId = useRouter().params.id ?? '';
  const order = useQuery({ queryKey: keys.order(orderId), queryFn: () => getOrder(orderId) });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  // deferred: without it the page tells the state alone
  const progress = useQuery({
    queryKey: [...keys.order(orderId), 'progress', order.data?.state],
    queryFn: () => getOrderProgress(orderId),
    enabled: order.data !== undefined,
  });
  // likewise: without it there is no way to ask for money back
  const aftersales = useQuery({
    queryKey: [...keys.orderAftersales(orderId), order.data?.state],
    queryFn: () => getOrderAftersales(orderId),
    enabled: Boolean(order.data?.paidAt),
  });
  const actions = useOrderActions();
  const invoicing = useInvoiceRequest(orderId);
  useRefresh(keys.order(orderId));
  useDidShow(() => {
    if (order.isFetched && order.isStale) void order.refetch();
    if (aftersales.isFetched && aftersales.isStale) void aftersales.refetch();
  });

  if (!order.data) {
    return (
      <Page title="订单详情">
        {order.isError ? <ErrorState error={order.error} onRetry={() => void order.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const { cancelling, askWhy, cancel } = actions;
  const { pickup, state } = order.data;
  return (
    <Page title="订单详情" bottomBar={<Actions order={order.data} actions={actions} />}>
      <Head order={order.data} serverOffsetMs={shop.data?.serverOffsetMs ?? 0} onExpire={() => void order.refetch()} />
      <View className={css.body}>
        {progress.data && <Trail progress={progress.data} />}
        {pickup && <PickupCode pickup={pickup} isWaiting={state === 'paid'} />}
        <Address address={order.data.address} />
        <Card>
          <View className={css.lines}>
            {order.data.lines.map((line) => (
              <LineRow key={line.skuId} line={line} chip={lineChip(aftersales.data?.items ?? [], line.skuId)} />
            ))}
          </View>
          {aftersales.data && <AftersaleEntry order={order.data} aftersales={aftersales.data} />}
          <View className={css.amounts}>
            <Amounts amounts={order.data} totalWord={totalWord(order.data)} />
          </View>
        </Card>
        <Facts order={order.data} onAskInvoice={invoicing.open} />
      </View>
      <CancelSheet
        isOpen={cancelling !== null}
        onClose={() => askWhy(null)}
        onChoose={(reason) => void cancel(orderId, reason)}
      />
      <InvoiceSheet
        isOpen={invoicing.isOpen}
        invoice={null}
        isBusy={invoicing.isBusy}
        problem={invoicing.problem}
        onClose={invoicing.close}
        onSave={(invoice) => {
          if (invoice) void invoicing.send(invoice);
        }}
      />
    </Page>
  );
}

function Head({ order, serverOffsetMs, onExpire }: { order: Order; serverOffsetMs: number; onExpire(): void }) {
  const { title, text } = headWords(order);
  return (
    <View className={css.head}>
      <View className={css.headWords}>
        <Text className={css.title}>{title}</Text>
        <View className={css.text}>
          {order.state === 'unpaid' ? (
            <>
              货为你留着，
              <CountdownText until={order.expiresAt} serverOffsetMs={serverOffsetMs} onEnd={onExpire} />
              <Text className={css.after}>后自动关闭</Text>
            </>
          ) : (
            text
          )}
        </View>
      </View>
      <View className={css.headIcon}>
        <Icon name={HEAD_ICONS[order.state]} size={28} />
      </View>
    </View>
  );
}

function Address({ address }: { address: Order['address'] }) {
  return (
    <View className={css.address}>
      <View className={css.pin}>
        <Icon name="pin" size={20} />
      </View>
      <View className={css.place}>
        <Text className={css.where}>
          {regionOf(address)} {address.detail}
        </Text>
        <Text className={css.who}>
          {address.name} {maskPhone(address.phone)}
        </Text>
      </View>
    </View>
  );
}

function totalWord({ state, paidAt }: Order): string {
  if (paidAt) return '实付';
  return state === 'closed' ? '合计' : '应付';
}

function Loading() {
  return (
    <View className={css.loading}>
      <SkeletonBox width="50%" height={32} />
      <View className={css.space} />
      <SkeletonBox height={72} radius={16} />
      <View className={css.space} />
      <SkeletonBox height={220} radius={16} />
    </View>
  );
}
