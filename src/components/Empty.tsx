import type { PropsWithChildren } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { Button } from './Button';
import css from './Empty.module.scss';

interface EmptyProps {
  /** A bundled picture. One that only a subpackage shows lies in its folder and weighs on it alone. */
  picture: string;
  title: string;
  text?: string;
  action?: { text: string; onTap(): void };
}

/** Nothing here, said kindly, with at most one thing to do. */
export function Empty({ picture, title, text, action, children }: PropsWithChildren<EmptyProps>) {
  return (
    <View className={css.empty}>
      <Image className={css.picture} src={picture} mode="aspectFit" aria-hidden />
      <Text className={css.title}>{title}</Text>
      {text && <Text className={css.text}>{text}</Text>}
      {action && (
        <View className={css.action}>
          <Button kind="plain" onTap={action.onTap}>
            {action.text}
          </Button>
        </View>
      )}
      {children && <View className={css.action}>{children}</View>}
    </View>
  );
}
