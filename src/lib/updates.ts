import { platform } from '@/platform';

/**
 * Offers a new version once it is fetched, and not in the middle of something: when the person comes back to the app.
 * A later cold start takes it without a word. Once, from app.tsx.
 */
export function wireUpdates(): void {
  let apply: (() => void) | null = null;
  platform.onUpdateReady((ready) => {
    apply = ready;
  });
  platform.onVisibilityChange((isVisible) => {
    const ready = apply;
    if (!isVisible || !ready) return;
    apply = null;
    void platform
      .confirm({
        title: '集市有新版本了',
        text: '重新打开就能用上，购物袋和订单都还在。',
        confirmText: '现在打开',
        cancelText: '以后再说',
      })
      .then((isWanted) => isWanted && ready());
  });
}
