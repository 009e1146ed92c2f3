import { Text, View } from '@tarojs/components';
import type { OrderProgress } from '@/api/orders';
import { Card } from '@/components/Card';
import { MOVE_WORDS } from '../orderWords';
import { Steps } from '../Steps';
import css from './Trail.module.scss';

/** What has happened to the order, newest first: each parcel with what its carrier says, then the order itself. */
export function Trail({ progress: { shipments, timeline } }: { progress: OrderProgress }) {
  const all = [...shipments.flatMap((shipment) => shipment.events), ...timeline];
  const lastAt = Math.max(...all.map(({ at }) => Date.parse(at)));
  const isLast = (step: { at: string } | undefined) => step !== undefined && Date.parse(step.at) === lastAt;
  const own = timeline.map(({ reason, at }) => ({ text: MOVE_WORDS[reason], at }));
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
            <Steps steps={shipment.events} isFresh={isLast(shipment.events[0])} />
          </View>
        ))}
        <Steps steps={own} isFresh={isLast(own[0])} />
      </View>
    </Card>
  );
}
