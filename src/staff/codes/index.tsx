import { Text, View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { listStaffCodes, revokeCode, type StaffCode } from '@/api/staff';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { keys } from '@/lib/queryKeys';
import { back } from '@/lib/routes';
import { useOneChange } from '@/lib/useOneChange';
import { useRefresh } from '@/lib/useRefresh';
import { useEndless } from '@/lib/useEndless';
import { platform } from '@/platform';
import codePicture from '../pictures/codes.png';
import { StaffPage } from '../StaffPage';
import { StaffRows } from '../StaffRows';
import { CodeRow } from './CodeRow';
import css from './index.module.scss';

export default function Codes() {
  return (
    <StaffPage title="我的码" waiting={<StaffRows />}>
      {(me) => <List stores={me.stores} />}
    </StaffPage>
  );
}

function List({ stores }: { stores: readonly { id: string; name: string }[] }) {
  const client = useQueryClient();
  const { items, error, refetch, end } = useEndless(keys.staffCodes, listStaffCodes);
  const { busy, run } = useOneChange();
  useRefresh(keys.staffCodes);
  const revoke = (code: StaffCode) =>
    run(code.token, async () => {
      const isSure = await platform.confirm({
        title: '作废这个码吗？',
        text: '印出去、发出去的都会失效，不能恢复。已经算好的业绩不变。',
        confirmText: '作废',
      });
      if (!isSure) return;
      await revokeCode(code.token);
      // a new one is made when the same thing is shared again
      client.removeQueries({ queryKey: ['staff', 'code'] });
      await client.invalidateQueries({ queryKey: keys.staffCodes });
      platform.toast('作废了');
    });
  if (!items) return error ? <ErrorState error={error} onRetry={refetch} /> : <StaffRows />;
  if (items.length === 0) {
    return (
      <Empty
        picture={codePicture}
        title="还没有码"
        text="分享过的商品和店铺，码都会留在这里"
        action={{ text: '去选品分享', onTap: back }}
      />
    );
  }
  return (
    <>
      <View className={css.lead}>
        <Text>顾客扫了你的码，成交就算在你名下</Text>
      </View>
      <Card>
        {items.map((code) => (
          <CodeRow
            key={code.token}
            code={code}
            storeName={stores.length > 1 ? (stores.find(({ id }) => id === code.storeId)?.name ?? '') : ''}
            isBusy={busy === code.token}
            onRevoke={() => void revoke(code)}
          />
        ))}
      </Card>
      <ListEnd {...end} />
    </>
  );
}
