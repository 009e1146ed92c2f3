import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Price } from '@/components/Price';
import { countUnits } from './orderWords';
import css from './Amounts.module.scss';

interface AmountsProps {
  amounts: Pick<Quote, 'goodsFen' | 'shippingFen' | 'discountFen' | 'totalFen' | 'lines'>;
  /** 应付 before it is paid, 实付 after. */
  totalWord: string;
  /** Why the shipping costs what it costs. */
  shippingHint?: string;
}

/** The price breakdown: its rows always add up to the total. */
export function Amounts({ amounts, totalWord, shippingHint }: AmountsProps) {
  const { goodsFen, shippingFen, discountFen, totalFen, lines } = amounts;
  return (
    <>
      <View className={css.row}>
        <Text className={css.name}>商品金额</Text>
        <Text className={css.value}>¥{formatFen(goodsFen)}</Text>
      </View>
      <View className={css.row}>
        <Text className={css.name}>
          运费
          {shippingHint && <Text className={css.hint}>{shippingHint}</Text>}
        </Text>
        <Text className={`${css.value} ${shippingFen === 0 ? css.good : ''}`}>
          {shippingFen === 0 ? '免运费' : `¥${formatFen(shippingFen)}`}
        </Text>
      </View>
      {discountFen > 0 && (
        <View className={css.row}>
          <Text className={css.name}>优惠</Text>
          <Text className={`${css.value} ${css.off}`}>−¥{formatFen(discountFen)}</Text>
        </View>
      )}
      <View className={css.total}>
        <Text className={css.count}>共 {countUnits(lines)} 件</Text>
        <Text className={css.word}>{totalWord}</Text>
        <Price fen={totalFen} size="m" isExact />
      </View>
    </>
  );
}
