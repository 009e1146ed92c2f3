import { useRef, useState } from 'react';
import { addAddress, type AddressInput } from '@/api/addresses';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { useChosenAddress } from './chosenAddress';

const EXAMPLE: AddressInput = {
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号 华星时代广场 A 座 1203',
};

/** Three ways to a new address, each of which chooses it. All resolve with whether there is one now. */
export function useAddAddress() {
  const [isBusy, setIsBusy] = useState(false);
  // state is a frame late for a double tap
  const isSending = useRef(false);

  const add = async (address: AddressInput): Promise<boolean> => {
    if (isSending.current) return false;
    isSending.current = true;
    setIsBusy(true);
    try {
      const added = await addAddress(address);
      useChosenAddress.setState({ addressId: added.id });
      await queryClient.invalidateQueries({ queryKey: keys.addresses });
      return true;
    } catch (error) {
      showError(error);
      return false;
    } finally {
      isSending.current = false;
      setIsBusy(false);
    }
  };

  return {
    isBusy,
    add,
    /** A demo shop's own, so that a visitor can order without typing. */
    addExample: () => add(EXAMPLE),
    async addFromAddressBook(): Promise<boolean> {
      const result = await platform.chooseAddress();
      if (result.status === 'ok') return add(result.value);
      if (result.status !== 'cancelled') platform.toast('没能读取收货地址，可以自己填写');
      return false;
    },
  };
}
