import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { AddressInput } from '@/api/addresses';
import { Button } from '@/components/Button';
import { checkAddress, tidyAddress, type AddressField } from './checkAddress';
import css from './AddressForm.module.scss';

const EMPTY: AddressInput = { name: '', phone: '', province: '', city: '', district: '', detail: '' };

interface AddressFormProps {
  isBusy: boolean;
  /** Gets an address that has passed every check. */
  onSave(address: AddressInput): void;
}

/** Faults are shown after the first try to save, and go away while the field is being mended. */
export function AddressForm({ isBusy, onSave }: AddressFormProps) {
  const [draft, setDraft] = useState(EMPTY);
  const [hasTried, setHasTried] = useState(false);
  const faults = hasTried ? checkAddress(tidyAddress(draft)) : {};

  const field = (name: AddressField, placeholder: string, options: { type?: 'number'; max: number }) => (
    <View className={`${css.field} ${faults[name] ? css.wrong : ''}`}>
      <Input
        className={css.input}
        placeholderClass={css.placeholder}
        type={options.type ?? 'text'}
        maxlength={options.max}
        value={draft[name]}
        placeholder={placeholder}
        onInput={(event) => setDraft({ ...draft, [name]: event.detail.value })}
      />
    </View>
  );
  const firstFault = Object.values(faults)[0];

  return (
    <View className={css.form}>
      {field('name', '收货人', { max: 30 })}
      {field('phone', '手机号', { max: 20 })}
      <View className={css.region}>
        {field('province', '省', { max: 30 })}
        {field('city', '市', { max: 30 })}
        {field('district', '区县', { max: 30 })}
      </View>
      {field('detail', '街道、小区、门牌号', { max: 120 })}
      {firstFault && <Text className={css.fault}>{firstFault}</Text>}
      <View className={css.save}>
        <Button
          kind="primary"
          isBlock
          isBusy={isBusy}
          onTap={() => {
            const address = tidyAddress(draft);
            setHasTried(true);
            if (Object.keys(checkAddress(address)).length === 0) onSave(address);
          }}
        >
          保存并使用
        </Button>
      </View>
    </View>
  );
}
