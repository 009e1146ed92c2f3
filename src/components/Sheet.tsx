import type { PropsWithChildren, ReactNode } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './Sheet.module.scss';

interface SheetProps {
  isOpen: boolean;
  onClose(): void;
  title?: string;
  /** Stays above the scrolling part. */
  header?: ReactNode;
  /** Stays below the scrolling part. */
  footer?: ReactNode;
  /** Another one starts at the top again. */
  scrollKey?: number;
}

/** A panel from the bottom. Nothing of it is in the page while it is closed. */
export function Sheet({ isOpen, onClose, title, header, footer, scrollKey, children }: PropsWithChildren<SheetProps>) {
  if (!isOpen) return null;
  return (
    <View className={css.layer} catchMove>
      <View className={css.mask} role="button" aria-label="关闭" onClick={onClose} />
      <View className={css.sheet} role="dialog" aria-label={title}>
        {title && <Text className={css.title}>{title}</Text>}
        <View className={css.close} role="button" aria-label="关闭" onClick={onClose}>
          <Icon name="close" size={22} />
        </View>
        {header}
        <ScrollView key={scrollKey} scrollY className={css.body}>
          {children}
        </ScrollView>
        {footer && <View className={css.footer}>{footer}</View>}
      </View>
    </View>
  );
}
