import { Text, View } from '@tarojs/components';
import type { OrderProgress } from '@/api/orders';
import { Card } from '@/components/Card';
import { MOVE_WORDS, timeText } from '../orderWords';
import css from './Trail.module.scss';

interface Step {
  text: string;
  at: string;
}

/** What has happened to the order, newest first: each parcel with what its carrier says, then the order itself. */
export function Trail({ progress: { shipments, timeline } }: { progress: OrderProgress }) {
  const all = [...shipments.flatMap((shipment) => shipment.events), ...timeline];
  const lastAt = Math.max(...all.map(({ at }) => Date.parse(at)));
  return (
    <Card>
      <View className={css.trail}>
        {shipments.map((shipment) => (
          <View key={shipment.id}>
            <View className={css.parcel}>
              <Text>{shipment.carrier}</Text>
              <Text className={css.number} selectable>
                {shipment.trackingNo}
              </Text>
            </View>
            <Steps steps={shipment.events} lastAt={lastAt} />
          </View>
        ))}
        <Steps steps={timeline.map(({ reason, at }) => ({ text: MOVE_WORDS[reason], at }))} lastAt={lastAt} />
      </View>
    </Card>
  );
}

/** Stands out where the first step is what happened last of all. */
function Steps({ steps, lastAt }: { steps: Step[]; lastAt: number }) {
  return (
    <>
      {steps.map((step, index) => (
        <View key={index} className={`${css.step} ${index === 0 && Date.parse(step.at) === lastAt ? css.fresh : ''}`}>
          <Text className={css.text}>{step.text}</Text>
          <Text className={css.at}>{timeText(step.at)}</Text>
        </View>
      ))}
    </>
  );
}
