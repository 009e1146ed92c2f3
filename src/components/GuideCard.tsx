import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { DialButton } from '@/platform/DialButton';
import { Card } from './Card';
import css from './GuideCard.module.scss';

interface GuideCardProps {
  name: string;
  /** Empty where the store is closed for good. */
  storeName: string;
  /** Empty where there is none; then nobody is called. */
  phone: string;
}

/** The guide whom a shopper belongs to, and how to reach them. */
export function GuideCard({ name, storeName, phone, children }: PropsWithChildren<GuideCardProps>) {
  return (
    <Card>
      <View className={css.row}>
        <View className={css.mark}>{name.slice(0, 1)}</View>
        <View className={css.words}>
          <View className={css.name}>{name}</View>
          <View className={css.hint}>{['我的导购', storeName].filter(Boolean).join(' · ')}</View>
        </View>
        {phone !== '' && (
          <DialButton className={css.call!} label={`打电话给${name}`} phone={phone}>
            <Text className={css.handset} />
            <Text>打电话</Text>
          </DialButton>
        )}
      </View>
      {children}
    </Card>
  );
}
