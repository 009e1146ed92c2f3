import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { getCart } from '@/api/carts';
import { wireCartBadge } from '@/lib/cartBadge';
import { queryClient, wireQueries } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import './app.scss';

wireQueries();
wireCartBadge();

export default function App({ children }: PropsWithChildren) {
  // logs in silently, which records the visit, and puts the number on the cart's tab
  useLaunch(() => void queryClient.prefetchQuery({ queryKey: keys.cart, queryFn: getCart }));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
