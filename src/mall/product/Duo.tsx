import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import css from './Duo.module.scss';

interface DuoProps {
  isDisabled?: boolean;
  isAdding?: boolean;
  onAdd(): void;
  onBuy(): void;
}

/** The two ways to buy, as one split button. */
export function Duo({ isDisabled, isAdding, onAdd, onBuy }: DuoProps) {
  return (
    <View className={css.duo}>
      <View className={css.part}>
        <Button kind="soft" isBlock half="left" isDisabled={isDisabled} isBusy={isAdding} onTap={onAdd}>
          加入购物袋
        </Button>
      </View>
      <View className={css.part}>
        <Button kind="primary" isBlock half="right" isDisabled={isDisabled} onTap={onBuy}>
          立即购买
        </Button>
      </View>
    </View>
  );
}
