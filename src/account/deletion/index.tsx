import { Text, View } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DELETION_DAYS } from '@jishi/contract/plain/limits';
import {
  getAccountDeletion,
  requestAccountDeletion,
  withdrawAccountDeletion,
  type AccountDeletion,
} from '@/api/account';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { SkeletonBox } from '@/components/SkeletonBox';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { useOneChange } from '@/lib/useOneChange';
import { Passage } from '../Passage';
import { deletionKey } from '../deletionKey';
import css from './index.module.scss';

const WHAT_GOES = [
  '收货地址、购物袋、收藏、足迹和提醒会被删掉，找不回来。',
  '法律要求保留的交易记录会留到期限为止，但不再和你联系在一起。',
];
const BEFORE = ['还没收到的货、没退完的款，请先处理完。', '注销之后再来，就是一位新客人了。'];

/** Critical: whether a deletion is under way. */
export default function Deletion() {
  const { data, error, refetch } = useQuery({ queryKey: deletionKey, queryFn: getAccountDeletion });
  const { busy, request, withdraw } = useDeletion();
  useRefresh(deletionKey);
  if (!data) {
    return (
      <Page title="注销账号">{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Waiting />}</Page>
    );
  }
  const isRequested = data.state === 'requested';
  const bar = (
    <Button kind={isRequested ? 'primary' : 'plain'} isBlock isBusy={busy} onTap={isRequested ? withdraw : request}>
      {isRequested ? '撤回申请，留下来' : '申请注销账号'}
    </Button>
  );
  return (
    <Page title="注销账号" bottomBar={bar}>
      {isRequested ? <Requested deletion={data} /> : <Passage title="注销前请确认" lines={BEFORE} />}
      <Passage title="注销之后" lines={WHAT_GOES} />
      {!isRequested && (
        <Passage title="反悔来得及" lines={[`申请之后有 ${DELETION_DAYS} 天冷静期，期间一切照常，随时可以撤回。`]} />
      )}
    </Page>
  );
}

function Requested({ deletion: { requestedAt, dueAt } }: { deletion: AccountDeletion }) {
  return (
    <Card>
      <View className={css.state}>
        <Text className={css.title}>已经申请注销</Text>
        <Text className={css.due}>{dateText(dueAt)} 之前都可以撤回</Text>
        <Text className={css.asked}>{dateText(requestedAt)} 提交，这期间一切照常</Text>
      </View>
    </Card>
  );
}

function Waiting() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={120} radius={16} />
    </View>
  );
}

function useDeletion() {
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const keep = (deletion: AccountDeletion) => client.setQueryData(deletionKey, deletion);
  return {
    busy: busy !== null,
    request: () =>
      void run('request', async () => {
        const isSure = await platform.confirm({
          title: '申请注销账号吗？',
          text: `${DELETION_DAYS} 天内随时可以撤回`,
          confirmText: '申请注销',
          cancelText: '再想想',
        });
        if (isSure) keep(await requestAccountDeletion());
      }),
    withdraw: () =>
      void run('withdraw', async () => {
        keep(await withdrawAccountDeletion());
        platform.toast('撤回了，欢迎留下');
      }),
  };
}

/** `12 月 2 日 09:30` by this device's clock. */
function dateText(time: string | null): string {
  const date = new Date(time ?? 0);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getMonth() + 1} 月 ${date.getDate()} 日 ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
