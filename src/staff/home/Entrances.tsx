import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { to } from '@/lib/routes';
import { StaffIcon, type StaffIconName } from '../StaffIcon';
import css from './Entrances.module.scss';

const ENTRANCES: { name: string; icon: StaffIconName; open(): void }[] = [
  { name: '核销', icon: 'scan', open: to.staffPickup },
  { name: '我的顾客', icon: 'users', open: to.staffCustomers },
  { name: '业绩', icon: 'chart', open: to.staffResults },
  { name: '分享店铺', icon: 'shop', open: () => to.staffShare({ kind: 'home', id: '' }) },
];

export function Entrances() {
  return (
    <Card>
      <View className={css.row}>
        {ENTRANCES.map(({ name, icon, open }) => (
          <View key={name} className={css.entrance} role="link" onClick={open}>
            <StaffIcon name={icon} />
            <Text className={css.name}>{name}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
