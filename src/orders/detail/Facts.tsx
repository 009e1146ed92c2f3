import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Invoice, Order } from '@/api/orders';
import { getShopTerms } from '@/api/shop';
import { Card } from '@/components/Card';
import { ContactCell } from '@/components/ContactCell';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { shared } from '@/lib/routes';
import { platform } from '@/platform';
import { timeText } from '../orderWords';
import css from './Facts.module.scss';

/** Paid for: an order that may still close gets no invoice. */
const INVOICED: readonly Order['state'][] = ['paid', 'shipped', 'done'];

interface FactsProps {
  order: Order;
  onAskInvoice(): void;
}

/** What one looks up later: number, times, invoice, note, and whom to ask. */
export function Facts({ order, onAskInvoice }: FactsProps) {
  // without it the order is whole, only the way to customer service is missing
  const terms = useQuery({ queryKey: keys.shopTerms, queryFn: getShopTerms, staleTime: STALE.shop });
  const copy = async () => {
    const { status } = await platform.copyText(order.id);
    // WeChat says so itself
    if (status === 'ok' && platform.name !== 'weapp') platform.toast('订单号已复制');
    if (status !== 'ok') platform.toast('没有复制成功，请长按订单号');
  };
  return (
    <Card>
      <View className={css.facts}>
        <View className={css.fact}>
          <Text className={css.name}>订单号</Text>
          <Text className={css.value} selectable>
            {order.id}
          </Text>
          <View className={css.copy} role="button" aria-label="复制订单号" onClick={() => void copy()}>
            复制
          </View>
        </View>
        <Fact name="下单时间" value={timeText(order.createdAt)} />
        {order.paidAt && <Fact name="付款时间" value={timeText(order.paidAt)} />}
        {order.closedAt && <Fact name="关闭时间" value={timeText(order.closedAt)} />}
        {order.invoice && <Fact name="发票" value={invoiceText(order.invoice)} />}
        {!order.invoice && INVOICED.includes(order.state) && (
          <View className={css.fact}>
            <Text className={css.name}>发票</Text>
            <Text className={css.value}>未开</Text>
            <View className={css.copy} role="button" onClick={onAskInvoice}>
              申请发票
            </View>
          </View>
        )}
        {order.note !== '' && <Fact name="留言" value={order.note} />}
      </View>
      {terms.data && (
        <ContactCell contact={terms.data.contact} about={{ title: `订单 ${order.id}`, path: shared.order(order.id) }} />
      )}
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className={css.fact}>
      <Text className={css.name}>{name}</Text>
      <Text className={css.value}>{value}</Text>
    </View>
  );
}

function invoiceText({ type, title, email }: Invoice): string {
  return `${type === 'company' ? '企业' : '个人'} · ${title}（发到 ${email}）`;
}
