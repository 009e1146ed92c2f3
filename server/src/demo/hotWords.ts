import type { z } from 'zod';
import type { HotWord } from '@jishi/contract/search';

/** What the demo shop suggests to look for; each word finds something in it. */
export const DEMO_HOT_WORDS: z.output<typeof HotWord>[] = [
  { word: '单丛', badge: 'hot' },
  { word: '草莓', badge: 'new' },
  { word: '围巾', badge: null },
  { word: '香薰', badge: 'hot' },
  { word: '礼盒', badge: null },
  { word: '帐篷', badge: null },
  { word: '短袖', badge: 'new' },
  { word: '双肩包', badge: null },
];
