import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { listStaffCustomers, type StaffCustomer } from '@/api/staff';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { keys } from '@/lib/queryKeys';
import { back } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { useEndless } from '@/lib/useEndless';
import { ChoiceRow } from '../ChoiceRow';
import customersPicture from '../pictures/customers.png';
import { StaffPage } from '../StaffPage';
import { StaffRows } from '../StaffRows';
import { CustomerRow } from './CustomerRow';
import { CustomerSheet } from './CustomerSheet';
import css from './index.module.scss';

const FILTERS = [
  { value: 'all', text: '全部' },
  { value: 'quiet', text: '好久没来' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

export default function Customers() {
  const [only, setOnly] = useState<Filter>('all');
  useRefresh(keys.staffCustomers);
  return (
    <StaffPage title="我的顾客" waiting={<StaffRows isRound />}>
      {() => (
        <>
          <View className={css.filters}>
            <ChoiceRow label="看哪些" choices={FILTERS} value={only} onChange={(value) => setOnly(value)} />
          </View>
          <List key={only} only={only} />
        </>
      )}
    </StaffPage>
  );
}

function List({ only }: { only: Filter }) {
  const [opened, setOpened] = useState<StaffCustomer | null>(null);
  const { items, error, refetch, end } = useEndless([...keys.staffCustomers, only], (cursor) =>
    listStaffCustomers(only, cursor),
  );
  if (!items) return error ? <ErrorState error={error} onRetry={refetch} /> : <StaffRows isRound />;
  if (items.length === 0 && only === 'quiet') {
    return <Empty picture={customersPicture} title="没有走远的" text="你的顾客最近都来过" />;
  }
  if (items.length === 0) {
    return (
      <Empty
        picture={customersPicture}
        title="还没有顾客"
        text="新顾客扫了你的码，就归你照顾"
        action={{ text: '去选品分享', onTap: back }}
      />
    );
  }
  return (
    <>
      {only === 'quiet' && <Text className={css.lead}>好久没来的顾客，问候一声；再不来，别的导购就能接过去</Text>}
      <Card>
        {items.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} onOpen={() => setOpened(customer)} />
        ))}
      </Card>
      <ListEnd {...end} />
      {opened && <CustomerSheet key={opened.id} customer={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
