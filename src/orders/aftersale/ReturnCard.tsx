import { Text, View } from '@tarojs/components';
import type { Aftersale } from '@/api/aftersales';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { platform } from '@/platform';
import { regionOf } from '../orderWords';
import css from './ReturnCard.module.scss';

/** Where the goods go back to, and the parcel they are in. */
export function ReturnCard({ aftersale: { returnTo, parcel, fulfilment } }: { aftersale: Aftersale }) {
  if (!returnTo) return null;
  const { name, phone, detail } = returnTo;
  const whole = `${name} ${phone} ${regionOf(returnTo)}${detail}`;
  const copy = async () => {
    const { status } = await platform.copyText(whole);
    // WeChat says so itself
    if (status === 'ok' && platform.name !== 'weapp') platform.toast('退货地址已复制');
    if (status !== 'ok') platform.toast('没有复制成功，请长按地址');
  };
  return (
    <Card>
      <View className={css.card}>
        <View className={css.pin}>
          <Icon name="pin" size={20} />
        </View>
        <View className={css.place}>
          <Text className={css.where} selectable>
            {regionOf(returnTo)} {detail}
          </Text>
          <Text className={css.who} selectable>
            {name} {phone}
          </Text>
          {fulfilment === 'pickup' && <Text className={css.who}>也可以直接拿到店里退</Text>}
          {parcel && (
            <View className={css.parcel}>
              <Text selectable>
                {parcel.carrier} {parcel.trackingNo}
              </Text>
            </View>
          )}
        </View>
        <View className={css.copy} role="button" aria-label="复制退货地址" onClick={() => void copy()}>
          复制
        </View>
      </View>
    </Card>
  );
}
