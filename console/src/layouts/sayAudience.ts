import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import type { LayoutRelease } from './rows';

/** For whom a release is, where it is not for everybody: `微信、抖音 · 灰度 20%`. */
export function sayAudience({ audience, rollout }: Pick<LayoutRelease, 'audience' | 'rollout'>): string {
  const { platforms, storeIds, channels, login, appIds } = audience;
  return [
    platforms?.map((platform) => PLATFORM_WORDS[platform]).join('、'),
    appIds && `${appIds.length} 个小程序`,
    storeIds && `${storeIds.length} 家门店`,
    channels && `渠道 ${channels.join('、')}`,
    login && (login === 'in' ? '已登录' : '未登录'),
    rollout < 100 && `灰度 ${rollout}%`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `v22`, or both sides of an experiment: `v5 / v6`. */
export const sayArms = ({ arms }: Pick<LayoutRelease, 'arms'>): string =>
  arms.map(({ versionNumber }) => `v${versionNumber}`).join(' / ');
