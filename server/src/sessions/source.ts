import type { z } from 'zod';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Launch } from '@jishi/contract/sessions';

/** The normalised sources that the launch alone can tell. The full dictionary of scene values comes with sources. */
export const SOURCES = ['scan', 'share', 'direct'] as const;
export type Source = (typeof SOURCES)[number];

/** Scene values of scanned codes; WeChat and Alipay by number, as text. */
const SCAN_SCENES: Partial<Record<Platform, readonly string[]>> = {
  weapp: ['1011', '1012', '1013', '1047', '1048', '1049'],
  alipay: ['1011'],
};

/** Where a visit came from. The raw scene is stored beside it, so that history can be read again later. */
export function sourceOf(platform: Platform, launch: z.output<typeof Launch>): Source {
  if (launch.query.k || SCAN_SCENES[platform]?.includes(launch.scene)) return 'scan';
  if (launch.query.share) return 'share';
  return 'direct';
}
