import { Text, View } from '@tarojs/components';
import type { OrderLine } from '@/api/orders';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { Tag } from '@/components/Tag';
import { to } from '@/lib/routes';
import css from './LineRow.module.scss';

interface LineRowProps {
  line: OrderLine;
  /** Why it cannot be bought. */
  problem?: string | undefined;
  /** What became of its money. */
  chip?: { text: string; isOver: boolean } | null;
}

/** One line of an order or a quote. */
export function LineRow({ line, problem, chip }: LineRowProps) {
  return (
    <View className={css.line} role="link" aria-label={line.title} onClick={() => to.product(line.productId)}>
      <View className={`${css.picture} ${problem ? css.faded : ''}`}>
        <Picture src={line.imageUrl} />
      </View>
      <View className={css.words}>
        <View className={css.first}>
          <Text className={css.title}>{line.title}</Text>
          <Price fen={line.unitFen} size="s" tone="ink" isExact />
        </View>
        <View className={css.second}>
          <Text className={css.options}>{line.optionText}</Text>
          <Text className={css.count}>×{line.quantity}</Text>
        </View>
        {chip && (
          <View className={css.chip}>
            <Tag tone={chip.isOver ? 'neutral' : 'warn'}>{chip.text}</Tag>
          </View>
        )}
        {problem && <Text className={css.problem}>{problem}</Text>}
      </View>
    </View>
  );
}
