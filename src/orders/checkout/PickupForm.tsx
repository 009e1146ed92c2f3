import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { Store } from '@/api/stores';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import { regionOf } from '../orderWords';
import type { Pickup } from './usePickup';
import css from './PickupForm.module.scss';

/** Which store, and who comes to fetch the goods. */
export function PickupForm({ pickup, isLocked }: { pickup: Pickup; isLocked: boolean }) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { stores, store, contact, setStoreId, setContact, isSorted, isLocating, locate } = pickup;
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
          label={<StoreName store={store} />}
          hint={storeHint(store)}
          {...(!isLocked && stores.length > 1 && { value: '换一家', onTap: () => setIsChoosing(true) })}
        />
      )}
      {field('name', '取货人', 30)}
      {field('phone', '手机号', 20)}
      <Sheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} title="到哪家店取？">
        {!isSorted && (
          <View className={css.sort}>
            <Button kind="soft" size="s" isBusy={isLocating} onTap={() => void locate()}>
              按距离排序
            </Button>
          </View>
        )}
        {stores.map((one) => (
          <Cell
            key={one.id}
            label={<StoreName store={one} isChosen={one.id === store?.id} />}
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

function StoreName({ store, isChosen = false }: { store: Store; isChosen?: boolean }) {
  return (
    <View className={css.store}>
      <Text className={isChosen ? css.chosen : ''}>{store.name}</Text>
      <View className={css.open}>
        <Tag tone={store.isOpen ? 'success' : 'neutral'}>{store.isOpen ? '营业中' : '休息中'}</Tag>
      </View>
    </View>
  );
}

function storeHint(store: Store): string {
  const hours = `每天 ${store.opensAt}–${store.closesAt}`;
  const away = store.distanceMetres === null ? '' : ` · 距你 ${distanceText(store.distanceMetres)}`;
  // the short facts first, so that only the address breaks into lines
  return `${hours}${away} · ${regionOf(store)} ${store.detail}`;
}

/** `850 米`, `1.2 公里`, `38 公里` */
function distanceText(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  const kilometres = metres / 1000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres)} 公里`;
}
