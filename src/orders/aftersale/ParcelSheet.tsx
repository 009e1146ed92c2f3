import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { ReturnParcel } from '@/api/aftersales';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Sheet } from '@/components/Sheet';
import css from './ParcelSheet.module.scss';

const CARRIERS = ['顺丰速运', '中通快递', '圆通速递', '韵达快递', '申通快递', '极兔速递', '京东快递', '邮政 EMS'];
const NUMBER = /^[A-Za-z0-9-]{5,40}$/;

interface ParcelSheetProps {
  isOpen: boolean;
  parcel: ReturnParcel | null;
  isBusy: boolean;
  onClose(): void;
  /** Gets a parcel that has passed every check. */
  onSend(parcel: ReturnParcel): void;
}

/** With whom the goods go back, and under which number. */
export function ParcelSheet({ isOpen, parcel, isBusy, onClose, onSend }: ParcelSheetProps) {
  const [carrier, setCarrier] = useState(parcel?.carrier ?? '');
  const [number, setNumber] = useState(parcel?.trackingNo ?? '');
  const [hasTried, setHasTried] = useState(false);
  const trackingNo = number.replace(/\s/g, '');
  const fault = carrier === '' ? '请选择快递公司' : NUMBER.test(trackingNo) ? null : '快递单号是 5 到 40 位字母或数字';
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="寄回的快递">
      <View className={css.form}>
        <View className={css.carriers}>
          {CARRIERS.map((name) => (
            <View key={name} className={css.carrier}>
              <Chip isOn={name === carrier} onTap={() => setCarrier(name)}>
                {name}
              </Chip>
            </View>
          ))}
        </View>
        <View className={css.field}>
          <Input
            className={css.input}
            placeholderClass={css.placeholder}
            maxlength={48}
            value={number}
            placeholder="快递单号"
            onInput={(event) => setNumber(event.detail.value)}
          />
        </View>
        {hasTried && fault && <Text className={css.fault}>{fault}</Text>}
        <View className={css.save}>
          <Button
            kind="primary"
            isBlock
            isBusy={isBusy}
            onTap={() => {
              setHasTried(true);
              if (fault === null) onSend({ carrier, trackingNo });
            }}
          >
            寄出了
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
