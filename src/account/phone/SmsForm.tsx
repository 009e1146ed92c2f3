import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { askConsent } from './askConsent';
import type { Binding } from './useBinding';
import { useSmsCode } from './useSmsCode';
import css from './SmsForm.module.scss';

const FAULTS = {
  phone: '请填 11 位手机号',
  code: '请填短信里的 6 位验证码',
  wrong: '验证码不对或已失效，请核对或重新获取',
};
type Fault = keyof typeof FAULTS;

const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text);
const digits = (text: string) => text.replace(/\D/g, '');

/** A number, the code that was sent to it, and what is wrong with either, once something was tried. */
export function SmsForm({ hasAgreed, binding }: { hasAgreed: boolean; binding: Binding }) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const sms = useSmsCode();

  const send = () => {
    if (!isPhone(phone)) return setFault('phone');
    return hasAgreed ? sms.send(phone) : askConsent();
  };
  const verify = () => {
    if (!isPhone(phone)) return setFault('phone');
    if (!/^\d{6}$/.test(code)) return setFault('code');
    return hasAgreed ? binding.bySms(phone, code, () => setFault('wrong')) : askConsent();
  };

  return (
    <View>
      <View className={`${css.field} ${fault === 'phone' ? css.wrong : ''}`}>
        <Input
          className={css.input}
          placeholderClass={css.placeholder}
          type="number"
          maxlength={11}
          value={phone}
          placeholder="手机号"
          aria-label="手机号"
          onInput={(event) => {
            setPhone(digits(event.detail.value));
            setFault(null);
          }}
        />
      </View>
      <View className={css.row}>
        <View className={`${css.field} ${fault && fault !== 'phone' ? css.wrong : ''}`}>
          <Input
            className={css.input}
            placeholderClass={css.placeholder}
            type="number"
            maxlength={6}
            value={code}
            placeholder="6 位验证码"
            aria-label="验证码"
            onInput={(event) => {
              setCode(digits(event.detail.value));
              setFault(null);
            }}
          />
        </View>
        <View className={css.send}>
          <Button kind="soft" isBlock isBusy={sms.isBusy} isDisabled={sms.secondsLeft > 0} onTap={send}>
            {sendText(sms)}
          </Button>
        </View>
      </View>
      {fault && <Text className={css.fault}>{FAULTS[fault]}</Text>}
      {sms.sent && !fault && (
        <Text className={css.hint}>
          {sms.sent.demoCode === null ? '验证码已发出，5 分钟内有效' : `演示店不发短信，验证码是 ${sms.sent.demoCode}`}
        </Text>
      )}
      <View className={css.verify}>
        <Button kind="primary" isBlock isBusy={binding.isBusy} onTap={verify}>
          验证
        </Button>
      </View>
    </View>
  );
}

function sendText({ secondsLeft, sent }: Pick<ReturnType<typeof useSmsCode>, 'secondsLeft' | 'sent'>): string {
  if (secondsLeft > 0) return `${secondsLeft} 秒后重发`;
  return sent ? '重新获取' : '获取验证码';
}
