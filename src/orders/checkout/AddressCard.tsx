import { Text, View } from '@tarojs/components';
import type { Address } from '@/api/addresses';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { SkeletonLine } from '@/components/SkeletonLine';
import { to } from '@/lib/routes';
import { platform } from '@/platform';
import { maskPhone, regionOf } from '../orderWords';
import { useAddAddress } from '../useAddAddress';
import css from './AddressCard.module.scss';

interface AddressCardProps {
  address: Address | undefined;
  isLoading: boolean;
  isLocked: boolean;
  /** Offers an example, so that a visitor of a demo shop need not type. */
  isDemo: boolean;
  /** Why nothing is delivered there, in the rule's words; null where it is. */
  unserved: string | null;
  /** Takes the goods from a store instead; null where there is none, or not now. */
  onPickup: (() => void) | null;
}

/** Where the goods go. */
export function AddressCard({ address, isLoading, isLocked, isDemo, unserved, onPickup }: AddressCardProps) {
  if (address) {
    return (
      <>
        <Chosen address={address} isLocked={isLocked} />
        {unserved !== null && <Unserved reason={unserved} isLocked={isLocked} onPickup={onPickup} />}
      </>
    );
  }
  if (!isLoading) return <Missing isDemo={isDemo} />;
  return (
    <View className={css.empty}>
      <SkeletonLine width="40%" />
      <SkeletonLine width="80%" height={20} />
    </View>
  );
}

function Chosen({ address, isLocked }: { address: Address; isLocked: boolean }) {
  return (
    <View
      className={css.chosen}
      role="button"
      aria-label="更换收货地址"
      onClick={() => {
        if (!isLocked) to.addresses();
      }}
    >
      <View className={css.words}>
        <Text className={css.region}>{regionOf(address)}</Text>
        <Text className={css.detail}>{address.detail}</Text>
        <Text className={css.person}>
          {address.name}
          <Text className={css.phone}>{maskPhone(address.phone)}</Text>
        </Text>
      </View>
      {!isLocked && (
        <View className={css.arrow}>
          <Icon name="right" size={18} />
        </View>
      )}
    </View>
  );
}

function Unserved({
  reason,
  isLocked,
  onPickup,
}: { reason: string } & Pick<AddressCardProps, 'isLocked' | 'onPickup'>) {
  return (
    <View className={css.unserved} role="alert">
      <Text className={css.reason}>{reason}</Text>
      {!isLocked && (
        <View className={css.ways}>
          {onPickup && (
            <View className={css.way}>
              <Button kind="primary" size="s" onTap={onPickup}>
                改为到店自提
              </Button>
            </View>
          )}
          <View className={css.way}>
            <Button kind="plain" size="s" onTap={() => to.addresses()}>
              换个地址
            </Button>
          </View>
        </View>
      )}
    </View>
  );
}

function Missing({ isDemo }: { isDemo: boolean }) {
  const { isBusy, addExample, addFromAddressBook } = useAddAddress();
  return (
    <View className={css.empty}>
      <Text className={css.ask}>寄到哪里？</Text>
      <View className={css.ways}>
        {platform.has('addressBook') && (
          <View className={css.way}>
            <Button kind="soft" size="s" isBusy={isBusy} onTap={() => void addFromAddressBook()}>
              选择收货地址
            </Button>
          </View>
        )}
        <View className={css.way}>
          <Button kind={platform.has('addressBook') ? 'plain' : 'soft'} size="s" onTap={() => to.addresses()}>
            填写地址
          </Button>
        </View>
        {isDemo && !platform.has('addressBook') && (
          <View className={css.way}>
            <Button kind="plain" size="s" isBusy={isBusy} onTap={() => void addExample()}>
              填入示例地址
            </Button>
          </View>
        )}
      </View>
    </View>
  );
}
