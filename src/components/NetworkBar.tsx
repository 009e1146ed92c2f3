import { View } from '@tarojs/components';
import { hasNativeNavBar } from '@/lib/device';
import { useNetwork } from '@/lib/network';
import css from './NetworkBar.module.scss';

/** One line while the connection is down, and for a moment when it is back. `isUnderBar`: the web's title bar is above. */
export function NetworkBar({ isUnderBar }: { isUnderBar?: boolean }) {
  const state = useNetwork((network) => network.state);
  const isUp = state === 'up';
  // a screen reader on the web speaks only of a region that was there before its words
  if (isUp && hasNativeNavBar) return null;
  return (
    <View className={`${css.place} ${isUnderBar ? css.under : ''}`} role="status">
      {!isUp && (
        <View className={`${css.bar} ${css[state]}`}>
          {state === 'down' ? '网络不可用，连上后会自动恢复' : '已恢复连接'}
        </View>
      )}
    </View>
  );
}
