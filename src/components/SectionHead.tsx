import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './SectionHead.module.scss';

interface SectionHeadProps {
  title: string;
  subtitle?: string;
  more?: { text: string; onTap(): void };
}

export function SectionHead({ title, subtitle, more }: SectionHeadProps) {
  return (
    <View className={css.head}>
      <Text className={css.title}>{title}</Text>
      {subtitle && <Text className={css.subtitle}>{subtitle}</Text>}
      {more && (
        <View className={css.more} role="button" aria-label={`${title} ${more.text}`} onClick={more.onTap}>
          {more.text}
          <Icon name="right" size={16} />
        </View>
      )}
    </View>
  );
}
