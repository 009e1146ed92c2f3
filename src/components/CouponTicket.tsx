import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import css from './CouponTicket.module.scss';

interface CouponTicketProps {
  /** What is printed on it, by the server. */
  coupon: { name: string; face: string; from: string };
  /** The quieter line: until when, for whom, or why not. */
  text: string;
  /** Cannot be used. */
  isOff?: boolean;
}

/** A coupon: what it takes off on the left of the tear, its name and what can be done with it on the right. */
export function CouponTicket({ coupon, text, isOff, children }: PropsWithChildren<CouponTicketProps>) {
  const { name, face, from } = coupon;
  const [, sign = '', figure = face, unit = ''] = /^(¥?)([\d.]+)\s*(折?)$/.exec(face) ?? [];
  return (
    <View className={`${css.ticket} ${isOff ? css.off : ''}`}>
      <View className={css.worth}>
        <View className={css.face}>
          {sign && <Text className={css.sign}>{sign}</Text>}
          <Text className={figure === face ? css.word : css.figure}>{figure}</Text>
          {unit && <Text className={css.unit}>{unit}</Text>}
        </View>
        <Text className={css.from}>{from}</Text>
      </View>
      <View className={css.rest}>
        <View className={css.words}>
          <Text className={css.name}>{name}</Text>
          <Text className={css.text}>{text}</Text>
        </View>
        {children && <View className={css.action}>{children}</View>}
      </View>
    </View>
  );
}
