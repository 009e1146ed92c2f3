import { useState } from 'react';
import { Image, Input, Text, View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { askToJoin, type Invitation } from '@/api/staff';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { hasCode } from '@/lib/apiError';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import picture from '../pictures/staff.png';
import { roleName } from '../roleName';
import { dayText } from '../timeWords';
import { invitationKey } from './invitationKey';
import css from './join.module.scss';

interface NameFormProps {
  invitation: Invitation;
  onAsked(): void;
  /** It was decided meanwhile. */
  onOver(): Promise<unknown>;
}

/** Where and as what one would work, and the name that one goes by there. */
export function NameForm({ invitation, onAsked, onOver }: NameFormProps) {
  const { token, storeName, role, state, expiresAt } = invitation;
  const [name, setName] = useState(invitation.name);
  const [isMissing, setIsMissing] = useState(false);
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const ask = () => {
    if (name.trim() === '') return setIsMissing(true);
    return run('ask', async () => {
      try {
        const asked = await askToJoin(token, name.trim());
        onAsked();
        client.setQueryData([...invitationKey, token], asked);
      } catch (error) {
        if (!hasCode(error, 'conflict', 'not_found')) throw error;
        const isBound = (error.details as { reason?: string } | undefined)?.reason === 'bound';
        platform.toast(isBound ? '你已经是店里的人了，不用再应邀' : '这份邀请刚刚有了结果');
        await onOver();
      }
    });
  };
  return (
    <Card>
      <View className={css.body}>
        <Image className={css.picture} src={picture} mode="aspectFit" aria-hidden />
        <Text className={css.store}>{storeName}</Text>
        <Text className={css.title}>邀你来做{roleName(role)}</Text>
        <Text className={css.text}>{dayText(expiresAt)}前应邀都有效。填上工作里用的名字，店长同意以后就能开始。</Text>
        <View className={`${css.field} ${isMissing ? css.wrong : ''}`}>
          <Input
            className={css.input}
            placeholderClass={css.placeholder}
            type="text"
            maxlength={30}
            value={name}
            placeholder="工作里用的名字"
            aria-label="名字"
            onInput={(event) => {
              setName(event.detail.value);
              setIsMissing(false);
            }}
          />
        </View>
        {isMissing && <Text className={css.fault}>请填一个名字，顾客也会看到它</Text>}
        <View className={css.go}>
          <Button kind="primary" isBlock isBusy={busy !== null} onTap={() => void ask()}>
            {state === 'asked' ? '改好了' : '应邀'}
          </Button>
        </View>
      </View>
    </Card>
  );
}
