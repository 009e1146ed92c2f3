import { Text, View } from '@tarojs/components';
import type { Invitation } from '@/api/staff';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { roleName } from '../roleName';
import css from './join.module.scss';

interface AskedProps {
  invitation: Invitation;
  isLooking: boolean;
  onLook(): void;
  onRename(): void;
}

/** Somebody else decides now. */
export function Asked({ invitation: { storeName, role, name }, isLooking, onLook, onRename }: AskedProps) {
  return (
    <>
      <Card>
        <View className={css.body}>
          <Text className={css.title}>等店长同意</Text>
          <Text className={css.text}>已经告诉店长了。同意以后再打开这一页，或者从“我的”进工作台。</Text>
          <View className={css.go}>
            <Button kind="soft" isBlock isBusy={isLooking} onTap={onLook}>
              看看同意了没有
            </Button>
          </View>
        </View>
      </Card>
      <Card>
        <Cell label="门店" value={storeName} />
        <Cell label="做什么" value={roleName(role)} />
        <Cell label="名字" value={name} onTap={onRename} />
      </Card>
    </>
  );
}
