import type { ComponentProps } from 'react';
import { Text, View } from '@tarojs/components';
import { ContactButton } from '@/platform/ContactButton';
import { Cell } from './Cell';
import { Icon } from './Icon';
import css from './ContactCell.module.scss';

/** The row at a card's end that leads to customer service; absent where nobody can be reached. */
export function ContactCell({ contact, about }: Pick<ComponentProps<typeof ContactButton>, 'contact' | 'about'>) {
  return (
    <ContactButton className={css.row!} contact={contact} about={about}>
      <Cell label="联系客服">
        <View className={css.value}>
          <Text>{contact.hours}</Text>
          <View className={css.arrow}>
            <Icon name="right" size={16} />
          </View>
        </View>
      </Cell>
    </ContactButton>
  );
}
