import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Button } from '@/components/Button';
import { Price } from '@/components/Price';
import type { useCheckout } from './useCheckout';
import css from './SubmitBar.module.scss';

interface SubmitBarProps {
  checkout: ReturnType<typeof useCheckout>;
  quote: Quote;
  /** Where the quote's goods cannot be sent there is nothing to pay, only a way out. */
  wayOut: string;
}

/** What is due, and the one button that orders it. */
export function SubmitBar({ checkout, quote, wayOut }: SubmitBarProps) {
  const { isBusy, isLocked, isUnserved } = checkout;
  const isPricing = checkout.quote.isPlaceholderData;
  const savedFen = quote.breakdown.reduce((sum, { fen }) => sum + Math.max(0, -fen), 0);
  // an earlier submit may have arrived before the rule changed: only sending it again can tell
  const isOff = isUnserved && !isLocked;
  return (
    <>
      <View className={css.due}>
        {quote.unserved ? (
          <Text className={css.wayOut}>{isOff ? wayOut : ''}</Text>
        ) : (
          <>
            <Text className={css.dueWord}>应付</Text>
            <Price fen={quote.totalFen} size="l" />
            {savedFen > 0 && <Text className={css.saved}>已省 ¥{formatFen(savedFen)}</Text>}
          </>
        )}
      </View>
      {quote.problems.length > 0 ? (
        <Button kind="primary" size="l" onTap={checkout.keepBuyable}>
          去掉缺货的，继续
        </Button>
      ) : (
        <Button
          kind="primary"
          size="l"
          isBusy={isBusy || isPricing}
          isDisabled={isOff}
          onTap={() => void checkout.submit()}
        >
          {isOff ? '这里送不到' : isLocked ? '再提交一次' : '提交订单'}
        </Button>
      )}
    </>
  );
}
