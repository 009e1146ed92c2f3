import Taro from '@tarojs/taro';
import { act, screen } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { renderPage } from '../support/storefront/renderPage';

const ask = jest.fn();

function Goods() {
  const { data } = useQuery<string>({ queryKey: ['goods', 'tea'], queryFn: ask, retry: false });
  useRefresh(['goods']);
  return <p>{data ?? '还没有'}</p>;
}

beforeEach(() => {
  queryClient.clear();
  jest
    .spyOn(Taro, 'stopPullDownRefresh')
    .mockReset()
    .mockReturnValue(undefined as never);
  jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
  ask.mockReset().mockResolvedValueOnce('旧茶');
});

test('pulling down asks again, and lets go when the answer is there', async () => {
  const { fire } = await renderPage(Goods);
  await screen.findByText('旧茶');
  let answer = (_: string) => {};
  ask.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await fire('onPullDownRefresh');
  expect(Taro.stopPullDownRefresh).not.toHaveBeenCalled();
  await act(async () => answer('新茶'));
  expect(await screen.findByText('新茶')).toBeInTheDocument();
  expect(Taro.stopPullDownRefresh).toHaveBeenCalledTimes(1);
});

test('a pull that brings nothing says so, lets go all the same, and leaves what was shown', async () => {
  const { fire } = await renderPage(Goods);
  await screen.findByText('旧茶');
  ask.mockRejectedValue(new ApiError('offline', 0));
  await fire('onPullDownRefresh');
  expect(platform.toast).toHaveBeenCalledWith('网络断开了，连上之后再试试');
  expect(Taro.stopPullDownRefresh).toHaveBeenCalledTimes(1);
  expect(screen.getByText('旧茶')).toBeInTheDocument();
});
