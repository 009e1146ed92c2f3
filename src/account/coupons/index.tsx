import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { Offered } from './Offered';
import { Wallet } from './Wallet';
import css from './index.module.scss';

const TABS = [
  ['offered', '可领'],
  ['held', '我的券'],
  ['used', '已使用'],
  ['expired', '已失效'],
] as const;

export default function Coupons() {
  const { params } = useRouter();
  const [tab, setTab] = useState(() => TABS.find(([name]) => name === params.tab)?.[0] ?? 'offered');
  useRefresh(keys.coupons);
  return (
    <Page title="优惠券">
      <View className={css.tabs} role="tablist">
        {TABS.map(([name, text]) => (
          <View
            key={name}
            className={`${css.tab} ${name === tab ? css.on : ''}`}
            role="tab"
            aria-selected={name === tab}
            onClick={() => setTab(name)}
          >
            {text}
          </View>
        ))}
      </View>
      {tab === 'offered' ? <Offered onClaimed={() => setTab('held')} /> : <Wallet key={tab} state={tab} />}
    </Page>
  );
}
