import { Text, View } from '@tarojs/components';
import { listStaffOrders, type StaffOrder } from '@/api/staff';
import { Card } from '@/components/Card';
import { ListEnd } from '@/components/ListEnd';
import { Picture } from '@/components/Picture';
import { SectionHead } from '@/components/SectionHead';
import { Tag } from '@/components/Tag';
import { keys } from '@/lib/queryKeys';
import { useEndless } from '@/lib/useEndless';
import { yuanText } from '../figureWords';
import { PartFailed } from '../PartFailed';
import { StaffRows } from '../StaffRows';
import { momentText } from '../timeWords';
import css from './OwnOrders.module.scss';

/** Why an order counts for the guide. */
const REASONS: Record<StaffOrder['reason'], string> = { touch: '最后一次扫码', belongs: '我的顾客', own: '自己买的' };

/** The orders that count for the guide, newest first; whose they are is not told. */
export function OwnOrders() {
  const { items, error, refetch, end } = useEndless(keys.staffOrders, listStaffOrders);
  return (
    <>
      <View className={css.head}>
        <SectionHead title="算在我名下的订单" />
      </View>
      {!items && (error ? <PartFailed what="订单" error={error} onRetry={refetch} /> : <StaffRows count={3} />)}
      {items?.length === 0 && <Text className={css.none}>还没有订单。发几件好货给顾客，成交会出现在这里</Text>}
      {items && items.length > 0 && (
        <>
          <Card>
            {items.map((order) => (
              <Row key={order.orderId} order={order} />
            ))}
          </Card>
          <ListEnd {...end} />
        </>
      )}
    </>
  );
}

function Row({ order }: { order: StaffOrder }) {
  const { words, pictureUrl, amountFen, refundedFen, commissionFen, paidAt, reason } = order;
  return (
    <View className={css.row}>
      <View className={css.picture}>
        <Picture src={pictureUrl} />
      </View>
      <View className={css.words}>
        <View className={css.first}>
          <Text className={css.title}>{words}</Text>
          <Text className={css.amount}>{yuanText(amountFen)}</Text>
        </View>
        <Text className={css.time}>{momentText(paidAt)} 付款</Text>
        <View className={css.last}>
          <Tag tone={reason === 'own' ? 'neutral' : 'member'}>{REASONS[reason]}</Tag>
          {refundedFen > 0 && <Tag tone="warn">{`退了 ${yuanText(refundedFen)}`}</Tag>}
          <Text className={css.earns}>{reason === 'own' ? '不计提成' : `预计提成 ${yuanText(commissionFen)}`}</Text>
        </View>
      </View>
    </View>
  );
}
