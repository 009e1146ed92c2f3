import { platform } from '@/platform';

/** What app.config.ts has built in. */
let tabs = '#bd361b';

/** The colour of the chosen tab; all tabs share it, so it is painted once. From a tab page. */
export function paintTabs(colour: string): void {
  if (colour === tabs) return;
  tabs = colour;
  platform.paintTabs(colour);
}

export function paintTitleBar(ground: string, isDark: boolean): void {
  platform.paintTitleBar(ground, isDark);
}
