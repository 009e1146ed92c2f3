import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { OrderState } from '@jishi/contract/plain/orders';
import { staffEntryQuery } from '@/api/guide';
import { getMember, type Member } from '@/api/members';
import { listNotices } from '@/api/notices';
import { listOrders } from '@/api/orders';
import { getPhone } from '@/api/phones';
import { getShop, getShopTerms } from '@/api/shop';
import { useLayout } from '@/api/useLayout';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { BlockList } from '@/blocks/BlockList';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { ContactCell } from '@/components/ContactCell';
import { Icon, type IconName } from '@/components/Icon';
import { Page } from '@/components/Page';
import { SectionHead } from '@/components/SectionHead';
import { showCartBadge } from '@/lib/cartBadge';
import { queryClient, STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { MyGuide } from './MyGuide';
import css from './index.module.scss';

const ENTRIES: { state: OrderState; name: string; icon: IconName }[] = [
  { state: 'unpaid', name: '待付款', icon: 'wallet' },
  { state: 'paid', name: '待发货', icon: 'carton' },
  { state: 'shipped', name: '待收货', icon: 'truck' },
  { state: 'done', name: '已完成', icon: 'receipt' },
];

const KEPT: { name: string; icon: IconName; open(): void }[] = [
  { name: '收藏', icon: 'heart', open: to.favourites },
  { name: '足迹', icon: 'history', open: to.history },
  { name: '提醒', icon: 'bell', open: to.notices },
];

export default function Me() {
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const terms = useQuery({ queryKey: keys.shopTerms, queryFn: getShopTerms, staleTime: STALE.shop });
  // the only count that asks for something to be done; it may fail quietly
  const unpaid = useQuery({ queryKey: ['orders', 'unpaidCount'], queryFn: countUnpaid });
  // wishes that came true; likewise
  const due = useQuery({ queryKey: keys.notices(), queryFn: () => listNotices() });
  // the row stays an entrance without it
  const phone = useQuery({ queryKey: keys.phone, queryFn: getPhone });
  // likewise
  const member = useQuery({ queryKey: keys.member, queryFn: getMember });
  // whoever works for the shop gets the way to the workbench
  const staff = useQuery(staffEntryQuery);
  const { document, blocks, onFailed } = useLayout('member');
  useRefresh(
    keys.layout('member'),
    keys.shop,
    ['orders', 'unpaidCount'],
    keys.notices(),
    keys.phone,
    keys.member,
    keys.myGuide,
    ['products', 'page'],
  );
  useDidShow(() => {
    showCartBadge();
    if (due.isFetched && due.isStale) void due.refetch();
    if (unpaid.isFetched && unpaid.isStale) void unpaid.refetch();
    // which looks at the time itself
    void queryClient.prefetchQuery(staffEntryQuery);
  });

  return (
    <Page nav="none" isTab ground={document?.background}>
      <View className={css.greeting}>
        <View className={css.mark}>
          <Text className={css.letter}>{(shop.data?.name ?? '集市').slice(0, 1)}</Text>
        </View>
        <View className={css.hello}>
          <Text className={css.hi}>{greetingAt(new Date())}</Text>
          <Text className={css.welcome}>欢迎来{shop.data?.name ?? '集市'}，慢慢逛</Text>
        </View>
      </View>
      <Card>
        <View className={css.head}>
          <SectionHead title="订单" more={{ text: '全部', onTap: () => to.orders() }} />
        </View>
        <View className={css.entries}>
          {ENTRIES.map(({ state, name, icon }) => (
            <View key={state} className={css.entry} role="link" onClick={() => to.orders(state)}>
              <View className={css.icon}>
                <Icon name={icon} size={24} />
                {state === 'unpaid' && unpaid.data !== undefined && unpaid.data !== '' && (
                  <Text className={css.badge}>{unpaid.data}</Text>
                )}
              </View>
              <Text className={css.entryName}>{name}</Text>
            </View>
          ))}
        </View>
      </Card>
      <Card>
        <View className={`${css.entries} ${css.kept}`}>
          {KEPT.map(({ name, icon, open }) => (
            <View key={name} className={css.entry} role="link" onClick={open}>
              <View className={css.icon}>
                <Icon name={icon} size={24} />
                {icon === 'bell' && Boolean(due.data?.dueCount) && (
                  <Text className={css.badge}>{Math.min(due.data!.dueCount, 99)}</Text>
                )}
              </View>
              <Text className={css.entryName}>{name}</Text>
            </View>
          ))}
        </View>
        <Cell label="会员卡" value={member.data ? cardWord(member.data) : ''} onTap={to.memberCard} />
        <Cell label="积分" value="" onTap={to.pointsLedger} />
        <Cell label="优惠券" value="" onTap={() => to.coupons()} />
        <Cell label="手机号" value={phone.data ? (phone.data.maskedPhone ?? '去验证') : ''} onTap={to.phone} />
        <Cell label="退款与售后" value="" onTap={to.aftersales} />
        <Cell label="收货地址" value="" onTap={() => to.addresses()} />
        <Cell label="设置" value="" onTap={to.settings} />
        {terms.data && <ContactCell contact={terms.data.contact} />}
      </Card>
      {staff.data?.state === 'active' && (
        <Card>
          <Cell label="导购工作台" value={staff.data.stores[0]?.name ?? ''} onTap={to.staffHome} />
        </Card>
      )}
      <MyGuide />
      {document ? (
        <BlockList blocks={blocks} onFailed={onFailed} />
      ) : (
        <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
      )}
    </Page>
  );
}

/** The level's name, once there is a card. */
function cardWord({ card, levels }: Member): string {
  return card ? (levels.find(({ id }) => id === card.levelId)?.name ?? '') : '去开卡';
}

/** `3`, `20+`, or nothing to show. */
async function countUnpaid(): Promise<string> {
  const { items, nextCursor } = await listOrders({ state: 'unpaid' });
  if (items.length === 0) return '';
  return nextCursor ? `${items.length}+` : String(items.length);
}

function greetingAt(now: Date): string {
  const hour = now.getHours();
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  if (hour < 18) return '下午好';
  return '晚上好';
}
