import { Text, View } from '@tarojs/components';
import type { Pickup } from '@/api/staff';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Icon } from '@/components/Icon';
import { Picture } from '@/components/Picture';
import { yuanText } from '../figureWords';
import { momentText } from '../timeWords';
import { stateText, toGive } from './pickupWords';
import css from './PickupCard.module.scss';

interface PickupCardProps {
  pickup: Pickup;
  /** Handed over here, a moment ago. */
  isDone: boolean;
  problem: string | null;
}

/** What is to be given to whom, and whether it may be. */
export function PickupCard({ pickup, isDone, problem }: PickupCardProps) {
  const { orderId, maskedName, maskedPhone, storeName, lines, totalFen, note, paidAt } = pickup;
  const refusal = stateText(pickup);
  const count = lines.reduce((sum, line) => sum + toGive(pickup, line), 0);
  return (
    <>
      {isDone && (
        <View className={`${css.banner} ${css.good}`} role="status">
          <Icon name="check" size={20} />
          <Text className={css.said}>交货完成，共 {count} 件</Text>
        </View>
      )}
      {!isDone && (refusal ?? problem) && (
        <View className={`${css.banner} ${css.bad}`} role="alert">
          <Text className={css.said}>{refusal ?? problem}</Text>
        </View>
      )}
      <Card>
        <View className={css.who}>
          <Text className={css.name}>
            {maskedName} {maskedPhone}
          </Text>
          <Text className={css.store}>{storeName}</Text>
        </View>
        {lines.map((line) => (
          <Line key={line.skuId} line={line} give={toGive(pickup, line)} />
        ))}
      </Card>
      <Card>
        <Cell label="实付" value={yuanText(totalFen)} />
        {paidAt && <Cell label="付款时间" value={momentText(paidAt)} />}
        {note !== '' && <Cell label="留言" hint={note} value="" />}
        <Cell label="订单号" value={orderId} />
      </Card>
    </>
  );
}

function Line({ line, give }: { line: Pickup['lines'][number]; give: number }) {
  const back = line.quantity - give;
  return (
    <View className={give === 0 ? `${css.line} ${css.none}` : css.line}>
      <View className={css.picture}>
        <Picture src={line.imageUrl} />
      </View>
      <View className={css.words}>
        <Text className={css.title}>{line.title}</Text>
        <Text className={css.options}>{line.optionText}</Text>
        {back > 0 && (
          <Text className={css.back}>
            已退款 {back} 件，{give === 0 ? '不用给' : `只给 ${give} 件`}
          </Text>
        )}
      </View>
      <Text className={css.count}>×{give}</Text>
    </View>
  );
}
