import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './queries';
import { showError } from './showError';

/** Pulling the page down asks again for what lies under these keys. It always lets go, and says when nothing came. */
export function useRefresh(...queryKeys: readonly QueryKey[]): void {
  usePullDownRefresh(() => {
    void Promise.all(
      queryKeys.map((queryKey) => queryClient.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true })),
    )
      .catch(showError)
      .finally(() => Taro.stopPullDownRefresh());
  });
}
