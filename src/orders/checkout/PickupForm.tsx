import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { Store } from '@/api/stores';
import { Cell } from '@/components/Cell';
import { Sheet } from '@/components/Sheet';
import { regionOf } from '../orderWords';
import type { Pickup } from './usePickup';
import css from './PickupForm.module.scss';

/** Which store, and who comes to fetch the goods. */
export function PickupForm({ pickup, isLocked }: { pickup: Pickup; isLocked: boolean }) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { stores, store, contact, setStoreId, setContact } = pickup;
  const field = (name: 'name' | 'phone', label: string, max: number) => (
    <Cell label={label}>
      <Input
        className={css.input}
        placeholderClass={css.hint}
        type={name === 'phone' ? 'number' : 'text'}
        maxlength={max}
        disabled={isLocked}
        value={contact[name]}
        placeholder={name === 'phone' ? '到店时核对' : '谁来取货'}
        onInput={(event) => setContact({ ...contact, [name]: event.detail.value })}
      />
    </Cell>
  );
  return (
    <View className={css.form}>
      {store && (
        <Cell
          label={store.name}
          hint={storeHint(store)}
          {...(!isLocked && stores.length > 1 && { value: '换一家', onTap: () => setIsChoosing(true) })}
        />
      )}
      {field('name', '取货人', 30)}
      {field('phone', '手机号', 20)}
      <Sheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} title="到哪家店取？">
        {stores.map((one) => (
          <Cell
            key={one.id}
            label={<Text className={one.id === store?.id ? css.chosen : ''}>{one.name}</Text>}
            hint={storeHint(one)}
            value={one.id === store?.id ? '已选' : ''}
            onTap={() => {
              setStoreId(one.id);
              setIsChoosing(false);
            }}
          />
        ))}
      </Sheet>
    </View>
  );
}

function storeHint(store: Store): string {
  return `${regionOf(store)} ${store.detail}\n每天 ${store.opensAt}–${store.closesAt}`;
}
