import { Text, View } from '@tarojs/components';
import type { StaffMe } from '@/api/guide';
import { to } from '@/lib/routes';
import { StaffIcon } from '../StaffIcon';
import { roleName } from '../roleName';
import css from './Head.module.scss';

/** Who stands behind the counter, and where. */
export function Head({ me: { name, role, stores } }: { me: StaffMe }) {
  const place = stores.map((store) => store.name).join('、') || '还没有分到门店';
  return (
    <View className={css.head}>
      <Text className={css.mark}>{name.slice(0, 1)}</Text>
      <View className={css.who}>
        <Text className={css.name}>{name}</Text>
        <Text className={css.place}>
          {roleName(role)} · {place}
        </Text>
      </View>
      <View className={css.codes} role="link" onClick={to.staffCodes}>
        <StaffIcon name="code" size={18} />
        <Text className={css.word}>我的码</Text>
      </View>
    </View>
  );
}
