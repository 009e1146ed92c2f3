import { Input, Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { errorText } from '@/lib/showError';
import type { useApply } from './useApply';
import css from './index.module.scss';

/** What comes back by the server's word; less may be asked for, never more. */
export function AmountCard({ apply }: { apply: ReturnType<typeof useApply> }) {
  const { worth, worthError, retryWorth, lessText, setLessText } = apply;
  if (worthError && !worth) {
    return (
      <Card>
        <Cell label="退款金额" hint={errorText(worthError)} value="再算一次" onTap={retryWorth} />
      </Card>
    );
  }
  if (!worth) {
    return (
      <Card>
        <Cell label="退款金额" value="选好后显示" />
      </Card>
    );
  }
  return (
    <Card>
      <Cell label="退款金额" hint={`最多 ¥${formatFen(worth.goodsFen)}，已扣除优惠`}>
        <View className={css.amount}>
          <Text className={css.yuan}>¥</Text>
          <Input
            className={css.amountInput}
            placeholderClass={css.placeholder}
            placeholder={formatFen(worth.goodsFen)}
            type="digit"
            maxlength={10}
            value={lessText ?? formatFen(worth.goodsFen)}
            onInput={(event) => setLessText(event.detail.value)}
          />
        </View>
      </Cell>
      {worth.shippingFen > 0 && (
        <Cell label="运费" hint="整单都退，运费一并退回" value={`¥${formatFen(worth.shippingFen)}`} />
      )}
    </Card>
  );
}
