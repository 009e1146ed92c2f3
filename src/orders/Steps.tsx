import { Text, View } from '@tarojs/components';
import { timeText } from './orderWords';
import css from './Steps.module.scss';

interface StepsProps {
  /** Newest first; `at` in UTC. */
  steps: readonly { text: string; at: string }[];
  /** The first one stands out: nothing has happened since. */
  isFresh: boolean;
}

/** What happened, one below the other. */
export function Steps({ steps, isFresh }: StepsProps) {
  return (
    <>
      {steps.map((step, index) => (
        <View key={index} className={`${css.step} ${index === 0 && isFresh ? css.fresh : ''}`}>
          <Text className={css.text}>{step.text}</Text>
          <Text className={css.at}>{timeText(step.at)}</Text>
        </View>
      ))}
    </>
  );
}
