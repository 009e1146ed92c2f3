import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Price } from '@/components/Price';
import { countUnits } from './orderWords';
import css from './Amounts.module.scss';

type Row = Quote['breakdown'][number];

interface AmountsProps {
  amounts: Pick<Quote, 'breakdown' | 'totalFen' | 'lines'>;
  /** 应付 before it is paid, 实付 after. */
  totalWord: string;
  /** Why nothing is delivered: it stands where the fee would, and there is no total. */
  unserved?: string | null;
}

/** The price breakdown, explained by the server: its rows always add up to the total. */
export function Amounts({ amounts, totalWord, unserved = null }: AmountsProps) {
  const { breakdown, totalFen, lines } = amounts;
  // goods and shipping are told even when they cost nothing
  const rows = breakdown.filter((row) => row.kind !== 'discount' || row.fen !== 0);
  return (
    <>
      {rows.map((row, index) => (
        <View key={index} className={css.row}>
          <Text className={css.name}>{row.label}</Text>
          {unserved !== null && row.kind === 'shipping' ? (
            <Text className={css.unserved}>{unserved}</Text>
          ) : (
            <>
              {/* the number of units stands beside the total */}
              {(row.kind !== 'goods' || unserved !== null) && <Text className={css.hint}>{row.reason}</Text>}
              <Amount row={row} />
            </>
          )}
        </View>
      ))}
      {unserved === null && (
        <View className={css.total}>
          <Text className={css.count}>共 {countUnits(lines)} 件</Text>
          <Text className={css.word}>{totalWord}</Text>
          <Price fen={totalFen} size="m" isExact />
        </View>
      )}
    </>
  );
}

function Amount({ row: { kind, fen } }: { row: Row }) {
  if (kind === 'shipping' && fen === 0) return <Text className={`${css.value} ${css.good}`}>免运费</Text>;
  if (fen < 0) return <Text className={`${css.value} ${css.off}`}>−¥{formatFen(-fen)}</Text>;
  return <Text className={css.value}>¥{formatFen(fen)}</Text>;
}
