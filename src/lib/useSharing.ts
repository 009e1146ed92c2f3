import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { toCard, toTimeline, type SharedPage } from '@/platform/sharedPage';

/**
 * The page's card for a chat and for WeChat's timeline, each with an id of its own. The page's configuration says
 * `enableShareAppMessage` and `enableShareTimeline`.
 */
export function useSharing(page: SharedPage): void {
  useShareAppMessage(() => toCard(page));
  useShareTimeline(() => toTimeline(page));
}
