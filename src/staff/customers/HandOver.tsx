import { Text, View } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { handOver, listColleagues, type Colleague, type StaffCustomer } from '@/api/staff';
import { Cell } from '@/components/Cell';
import { ErrorState } from '@/components/ErrorState';
import { SkeletonLine } from '@/components/SkeletonLine';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import css from './HandOver.module.scss';

/** Colleagues of the guide's stores; choosing one asks once more. */
export function HandOver({ customer, onDone }: { customer: StaffCustomer; onDone(): void }) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: ['staff', 'colleagues'], queryFn: listColleagues });
  const { run } = useOneChange();
  const give = ({ id, name }: Colleague) =>
    run(id, async () => {
      const isSure = await platform.confirm({
        title: `交给${name}吗？`,
        text: '以后的成交就算对方的，以前的不变。备注也会一起过去。',
        confirmText: '交给TA',
      });
      if (!isSure) return;
      await handOver(customer.id, id);
      await client.invalidateQueries({ queryKey: keys.staffCustomers });
      platform.toast(`交给${name}了`);
      onDone();
    });
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <View className={css.waiting}>
        <SkeletonLine width="50%" height={18} />
        <SkeletonLine width="40%" height={18} />
      </View>
    );
  }
  if (data.length === 0) return <Text className={css.none}>你的店里现在没有别的导购</Text>;
  return (
    <>
      {data.map((colleague) => (
        <Cell
          key={colleague.id}
          label={colleague.name}
          value={colleague.storeName}
          onTap={() => void give(colleague)}
        />
      ))}
    </>
  );
}
