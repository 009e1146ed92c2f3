import { platform } from '@/platform';

/** True on the super-apps, which draw the title bar and its back arrow; on H5 the page draws them. */
export const hasNativeNavBar = platform.hasNativeNavBar;

/** Px under the status bar (`top`) and over the home indicator (`bottom`) that must stay free; 0 on H5. */
export function insets(): { top: number; bottom: number } {
  return platform.insets();
}

/** What moves by itself then stays where it is. */
export function isMotionReduced(): boolean {
  return platform.isMotionReduced();
}
