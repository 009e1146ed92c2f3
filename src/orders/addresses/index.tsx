import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { deleteAddress, listAddresses, type Address } from '@/api/addresses';
import { getShop } from '@/api/shop';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Icon } from '@/components/Icon';
import { Page } from '@/components/Page';
import { PrivacySheet } from '@/components/PrivacySheet';
import orderPicture from '../pictures/order.png';
import { SkeletonBox } from '@/components/SkeletonBox';
import { queryClient, STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { back, PATHS } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { pickAddress, useChosenAddress } from '../chosenAddress';
import { maskPhone, regionOf } from '../orderWords';
import { useAddAddress } from '../useAddAddress';
import { NewAddress } from './NewAddress';
import css from './index.module.scss';

export default function Addresses() {
  const list = useQuery({ queryKey: keys.addresses, queryFn: listAddresses });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const [isTyping, setIsTyping] = useState(false);
  useRefresh(keys.addresses);
  const adding = useAddAddress();
  const isChoosing = useIsChoosing();
  const leave = (isAdded: boolean) => {
    setIsTyping(false);
    if (isAdded && isChoosing) back();
  };

  return (
    <Page
      title="收货地址"
      bottomBar={
        <View className={css.actions}>
          {platform.has('addressBook') && (
            <View className={css.action}>
              <Button
                kind="plain"
                isBlock
                isBusy={adding.isBusy}
                onTap={() => void adding.addFromAddressBook().then((isAdded) => isAdded && leave(true))}
              >
                选择已有地址
              </Button>
            </View>
          )}
          {shop.data?.isDemo && !platform.has('addressBook') && (
            <View className={css.action}>
              <Button
                kind="plain"
                isBlock
                isBusy={adding.isBusy}
                onTap={() => void adding.addExample().then((isAdded) => isAdded && leave(true))}
              >
                填入示例地址
              </Button>
            </View>
          )}
          <View className={css.action}>
            <Button kind="primary" isBlock onTap={() => setIsTyping(true)}>
              新增地址
            </Button>
          </View>
        </View>
      }
    >
      {list.isPending && <Loading />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <Empty picture={orderPicture} title="还没有收货地址" text="添一个，下单时就不用再填了" />
      )}
      {list.data && <Rows addresses={list.data.items} isChoosing={isChoosing} />}
      {isTyping && (
        <NewAddress
          isBusy={adding.isBusy}
          onClose={() => setIsTyping(false)}
          onSave={(address) => void adding.add(address).then((ok) => ok && leave(true))}
        />
      )}
      <PrivacySheet />
    </Page>
  );
}

function Rows({ addresses, isChoosing }: { addresses: Address[]; isChoosing: boolean }) {
  const chosenId = useChosenAddress((state) => state.addressId);
  const chosen = pickAddress(addresses, chosenId);
  const remove = useMutation({
    mutationFn: deleteAddress,
    onError: showError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.addresses }),
  });
  const choose = (address: Address) => {
    useChosenAddress.setState({ addressId: address.id });
    if (isChoosing) back();
  };
  const askToRemove = async ({ id, detail }: Address) => {
    if (await platform.confirm({ title: '删除这个地址吗？', text: detail, confirmText: '删除' })) remove.mutate(id);
  };

  return (
    <View>
      {addresses.map((address) => (
        <View key={address.id} className={css.row}>
          {isChoosing && (
            <View className={css.check}>
              <Checkbox
                isOn={address.id === chosen?.id}
                label={`寄到 ${address.detail}`}
                onTap={() => choose(address)}
              />
            </View>
          )}
          <View className={css.words} role={isChoosing ? 'button' : undefined} onClick={() => choose(address)}>
            <Text className={css.region}>{regionOf(address)}</Text>
            <Text className={css.detail}>{address.detail}</Text>
            <Text className={css.person}>
              {address.name}
              <Text className={css.phone}>{maskPhone(address.phone)}</Text>
            </Text>
          </View>
          <View
            className={css.remove}
            role="button"
            aria-label={`删除 ${address.detail}`}
            onClick={() => void askToRemove(address)}
          >
            <Icon name="trash" size={18} />
          </View>
        </View>
      ))}
    </View>
  );
}

function Loading() {
  return (
    <>
      {[0, 1].map((row) => (
        <View key={row} className={css.row}>
          <SkeletonBox height={68} />
        </View>
      ))}
    </>
  );
}

/** Opened from the checkout, a tap chooses and goes back; opened from 我的, there is nothing to choose for. */
function useIsChoosing(): boolean {
  const [isChoosing] = useState(() => {
    const before = Taro.getCurrentPages().slice(-2, -1)[0];
    return `/${(before?.route ?? '').replace(/^\//, '')}`.startsWith(PATHS.checkout);
  });
  return isChoosing;
}
