import { Text, View } from '@tarojs/components';
import type { StaffCustomer } from '@/api/staff';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { seenText } from '../timeWords';
import { boughtText, nameOf } from './customerWords';
import css from './CustomerRow.module.scss';

export function CustomerRow({ customer, onOpen }: { customer: StaffCustomer; onOpen(): void }) {
  const { isAgreed, isQuiet, lastActiveAt, note } = customer;
  const name = nameOf(customer);
  return (
    <View className={css.row} role="button" aria-label={name} onClick={onOpen}>
      <Text className={isAgreed ? css.mark : `${css.mark} ${css.unknown}`}>{isAgreed ? name.slice(0, 1) : '客'}</Text>
      <View className={css.words}>
        <View className={css.first}>
          <Text className={isAgreed ? css.name : `${css.name} ${css.quiet}`}>{name}</Text>
          {isQuiet && <Tag tone="warn">好久没来</Tag>}
        </View>
        <Text className={css.line}>
          {seenText(lastActiveAt)} · {boughtText(customer)}
        </Text>
        {note !== '' && <Text className={css.note}>{note}</Text>}
      </View>
      <View className={css.arrow}>
        <Icon name="right" size={16} />
      </View>
    </View>
  );
}
