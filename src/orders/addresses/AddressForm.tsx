import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { AddressInput, ParsedAddress } from '@/api/addresses';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { regionOf } from '../orderWords';
import { checkAddress, tidyAddress, type AddressField } from './checkAddress';
import { PasteBox } from './PasteBox';
import css from './AddressForm.module.scss';

/** Longer than the server takes, so that a pasted address is not cut unseen but said to be too long. */
const MAX_TYPED = 1000;

interface AddressFormProps {
  draft: AddressInput;
  isBusy: boolean;
  onDraft(draft: AddressInput): void;
  onParsed(parsed: ParsedAddress): void;
  /** The region is to be chosen. */
  onRegion(): void;
  /** Gets an address that has passed every check. */
  onSave(address: AddressInput): void;
}

/** Faults are shown after the first try to save, and go away while the field is being mended. */
export function AddressForm({ draft, isBusy, onDraft, onParsed, onRegion, onSave }: AddressFormProps) {
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
        onInput={(event) => onDraft({ ...draft, [name]: event.detail.value })}
      />
    </View>
  );
  const firstFault = Object.values(faults)[0];

  return (
    <View className={css.form}>
      <PasteBox onParsed={onParsed} />
      {field('name', '收货人', { max: 30 })}
      {field('phone', '手机号', { max: 20 })}
      <View
        className={`${css.field} ${css.region} ${faults.province || faults.city ? css.wrong : ''}`}
        role="button"
        aria-label="选择省市区"
        onClick={onRegion}
      >
        <Text className={draft.province ? css.chosen : css.placeholder}>{regionOf(draft) || '省、市、区县'}</Text>
        <Icon name="right" size={16} />
      </View>
      {field('detail', '街道、小区、门牌号', { max: MAX_TYPED })}
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
