import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { FiguresSkeleton } from '../FiguresSkeleton';
import { StaffPage } from '../StaffPage';
import { CodeEntry } from './CodeEntry';
import { PickupCard } from './PickupCard';
import { usePickup } from './usePickup';
import css from './index.module.scss';

/** The counter: says what is to be given to whom, once. */
export default function PickupPage() {
  const counter = usePickup();
  const { pickup, problem, busy, isDone } = counter;
  const canGive = pickup?.state === 'paid';
  const bar = pickup && (
    <>
      <View className={css.half}>
        <Button kind={canGive ? 'plain' : 'primary'} isBlock isDisabled={busy !== null} onTap={counter.next}>
          {canGive ? '换一单' : '下一单'}
        </Button>
      </View>
      {canGive && (
        <View className={css.half}>
          <Button kind="primary" isBlock isBusy={busy === 'verify'} onTap={() => void counter.verify(pickup)}>
            {problem ? '再点一次' : '确认交货'}
          </Button>
        </View>
      )}
    </>
  );
  return (
    <StaffPage title="核销取货码" waiting={<FiguresSkeleton />} bottomBar={bar ?? undefined}>
      {() =>
        pickup ? <PickupCard pickup={pickup} isDone={isDone} problem={problem} /> : <CodeEntry counter={counter} />
      }
    </StaffPage>
  );
}
