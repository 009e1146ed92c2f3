import { useState } from 'react';
import type { Invitation } from '@/api/staff';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { to } from '@/lib/routes';
import { useOneChange } from '@/lib/useOneChange';
import { View } from '@tarojs/components';
import picture from '../pictures/staff.png';
import { Asked } from './Asked';
import { NameForm } from './NameForm';
import css from './join.module.scss';

interface InvitationViewProps {
  invitation: Invitation;
  onLook(): Promise<unknown>;
  onEnter(): Promise<void>;
  /** Another code is to be typed. */
  onOther(): void;
}

const OVER = {
  rejected: { title: '这次没有通过', text: '店长没有同意这份邀请，有疑问可以当面问问' },
  withdrawn: { title: '邀请收回了', text: '店长收回了这份邀请，需要的话请店长再发一份' },
  expired: { title: '邀请过期了', text: '请店长再发一份，收到后早点应邀' },
};

/** One invitation in the state that it is in. */
export function InvitationView({ invitation, onLook, onEnter, onOther }: InvitationViewProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const { busy, run } = useOneChange();
  const { state, storeName } = invitation;
  if (state === 'open' || isRenaming) {
    return <NameForm invitation={invitation} onAsked={() => setIsRenaming(false)} onOver={onLook} />;
  }
  if (state === 'asked') {
    return (
      <Asked
        invitation={invitation}
        isLooking={busy !== null}
        onLook={() => void run('look', onLook)}
        onRename={() => setIsRenaming(true)}
      />
    );
  }
  if (state === 'approved') {
    return (
      <Empty picture={picture} title="欢迎加入" text={`你已经是${storeName}的人了，工作台准备好了`}>
        <Button kind="primary" isBusy={busy !== null} onTap={() => void run('enter', onEnter)}>
          进工作台
        </Button>
      </Empty>
    );
  }
  return (
    <Empty picture={picture} {...OVER[state]}>
      <View className={css.other}>
        <Button kind="plain" onTap={onOther}>
          换一个邀请码
        </Button>
      </View>
      <Button kind="plain" onTap={to.home}>
        去逛逛
      </Button>
    </Empty>
  );
}
