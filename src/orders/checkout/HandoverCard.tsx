import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import type { Fulfilment } from '@jishi/contract/plain/orders';
import css from './HandoverCard.module.scss';

const WAYS: [Fulfilment, string][] = [
  ['delivery', '快递到家'],
  ['pickup', '到店自提'],
];

interface HandoverCardProps {
  chosen: Fulfilment;
  /** Null: there is nothing to choose, or not now. */
  onChoose: ((way: Fulfilment) => void) | null;
}

/** How the goods get to the shopper, under the market's awning. */
export function HandoverCard({ chosen, onChoose, children }: PropsWithChildren<HandoverCardProps>) {
  return (
    <View className={css.card}>
      <View className={css.awning} />
      {onChoose && (
        <View className={css.ways} role="tablist">
          {WAYS.map(([way, text]) => (
            <View
              key={way}
              className={`${css.way} ${way === chosen ? css.on : ''}`}
              role="tab"
              aria-selected={way === chosen}
              onClick={() => onChoose(way)}
            >
              {text}
            </View>
          ))}
        </View>
      )}
      {children}
    </View>
  );
}
