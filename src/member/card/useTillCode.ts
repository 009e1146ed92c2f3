import { useEffect, useReducer } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { SLOT_MS } from '@jishi/contract/plain/members';
import { serverNow } from '@/lib/serverClock';
import { platform } from '@/platform';
import { tillQuery } from '../keptCard';

/**
 * The code of this minute, by the server's clock, and for how long it is: of those that the phone has, so that it needs no
 * network for five minutes. New ones are fetched each minute. The screen is bright while the page is in sight.
 */
export function useTillCode() {
  const { data: slots = [], error, isFetching, refetch } = useQuery({ ...tillQuery(), refetchInterval: SLOT_MS });
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    void platform.setBrightness(1);
    return () => {
      clearInterval(timer);
      void platform.setBrightness(null);
    };
  }, []);
  useDidShow(() => {
    void platform.setBrightness(1);
    tick();
  });
  useDidHide(() => void platform.setBrightness(null));

  const now = serverNow();
  const slot = slots.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to)) ?? null;
  return {
    slot,
    secondsLeft: slot ? Math.ceil((Date.parse(slot.to) - now) / 1000) : 0,
    error,
    isFetching,
    refresh: () => void refetch(),
  };
}
