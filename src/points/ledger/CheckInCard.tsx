import { Text, View } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { checkIn, getCheckIns, type CheckIns } from '@/api/points';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import css from './CheckInCard.module.scss';

/** Today's check-in, and what each day of the round gives. Without an answer it is left out. */
export function CheckInCard() {
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const { data } = useQuery({ queryKey: keys.checkIns, queryFn: getCheckIns });
  if (!data) return null;
  const { isDone, streak, todayPoints } = data;
  const tap = () =>
    run('check-in', async () => {
      const now = await checkIn();
      client.setQueryData(keys.checkIns, now);
      platform.toast(`签到成功，得 ${now.todayPoints} 积分`);
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.points, exact: true }),
        client.invalidateQueries({ queryKey: keys.statements }),
      ]);
    });
  return (
    <Card>
      <View className={css.head}>
        <View className={css.words}>
          <Text className={css.title}>{isDone ? '今天签到了' : '每日签到'}</Text>
          <Text className={css.streak}>{streak > 0 ? `已连续 ${streak} 天` : '从今天开始，连续签到得更多'}</Text>
        </View>
        <Button kind="primary" size="s" isDisabled={isDone} isBusy={busy !== null} onTap={() => void tap()}>
          {isDone ? '明天再来' : `签到 +${todayPoints}`}
        </Button>
      </View>
      <View className={css.round}>
        {daysOfRound(data).map(({ nth, points, isPast }) => (
          <View key={nth} className={isPast ? `${css.day} ${css.past}` : css.day}>
            <View className={css.mark}>{isPast ? <Icon name="check" size={16} /> : `+${points}`}</View>
            <Text className={css.nth}>第 {nth} 天</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

/** The days of the round that today belongs to, those that are done marked; a week of them at most. */
export function daysOfRound({ streak, isDone, rewards }: Pick<CheckIns, 'streak' | 'isDone' | 'rewards'>) {
  const today = isDone ? streak : streak + 1;
  const before = today - 1 - ((today - 1) % rewards.length);
  const start = Math.max(0, Math.min(today - before - 4, rewards.length - 7));
  return rewards.slice(start, start + 7).map((points, index) => {
    const nth = before + start + index + 1;
    return { nth, points, isPast: nth <= streak };
  });
}
