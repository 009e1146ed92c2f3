import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { isInvitationToken } from '@jishi/contract/plain/staff';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import css from './join.module.scss';

interface CodeFormProps {
  /** The code that nobody knows; empty before one was tried. */
  wrong: string;
  onToken(token: string): void;
}

/** Where the eight letters of an invitation are typed. */
export function CodeForm({ wrong, onToken }: CodeFormProps) {
  const [text, setText] = useState(wrong);
  const [isShort, setIsShort] = useState(false);
  const fault = isShort
    ? '邀请码是 8 位字母和数字'
    : wrong !== '' && text === wrong
      ? '没有这份邀请：可能收回了，也可能别人已经用了，问问店长'
      : '';
  const look = () => {
    if (isInvitationToken(text)) onToken(text);
    else setIsShort(true);
  };
  return (
    <Card>
      <View className={css.body}>
        <Text className={css.title}>填上店长给的邀请码</Text>
        <Text className={css.text}>应邀以后就能在这里分享商品、看业绩、给顾客核销取货。</Text>
        <View className={`${css.field} ${fault ? css.wrong : ''}`}>
          <Input
            className={`${css.input} ${css.code}`}
            placeholderClass={css.placeholder}
            type="text"
            maxlength={8}
            value={text}
            placeholder="8 位邀请码"
            aria-label="邀请码"
            onInput={(event) => {
              setText(event.detail.value.replace(/[^0-9A-Za-z]/g, '').toUpperCase());
              setIsShort(false);
            }}
          />
        </View>
        {fault && <Text className={css.fault}>{fault}</Text>}
        <View className={css.go}>
          <Button kind="primary" isBlock onTap={look}>
            看看邀请
          </Button>
        </View>
      </View>
    </Card>
  );
}
