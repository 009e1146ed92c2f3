import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { getCart } from '@/api/carts';
import { wireCartBadge } from '@/lib/cartBadge';
import { wireChannel } from '@/lib/channel';
import { wirePrivacy } from '@/lib/privacy';
import { queryClient, wireQueries } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { wirePreview } from '@/lib/previewed';
import { wireUpdates } from '@/lib/updates';
import { platform } from '@/platform';
import { follow, wireLanding } from './landing';
import { wireTheme } from './theme';
import './app.scss';

wireQueries();
wireCartBadge();
wirePrivacy();
wireUpdates();
wireLanding();
wireChannel();

export default function App({ children }: PropsWithChildren) {
  // logs in silently, which records the visit, and puts the number on the cart's tab
  useLaunch(() => void queryClient.prefetchQuery({ queryKey: keys.cart, queryFn: getCart }));
  useLaunch(() => void follow(platform.launch()));
  useLaunch(wireTheme);
  useLaunch(wirePreview);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
