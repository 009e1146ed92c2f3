import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { back } from '@/lib/routes';
import { Icon } from './Icon';
import css from './NavBar.module.scss';

/** The web page's own title bar; a page opened from a link has no way back and offers the shop's front instead. */
export function NavBar({ title, isTab }: { title: string; isTab?: boolean }) {
  return (
    <View className={css.bar}>
      {!isTab && <BackButton className={css.back} />}
      <Text className={css.title}>{title}</Text>
    </View>
  );
}

export function BackButton({ className }: { className?: string }) {
  const canGoBack = Taro.getCurrentPages().length > 1;
  return (
    <View className={className} role="button" aria-label={canGoBack ? '返回' : '回首页'} onClick={() => void back()}>
      <Icon name={canGoBack ? 'left' : 'home'} size={canGoBack ? 24 : 22} />
    </View>
  );
}
