import { platform } from '@/platform';

let current: string | undefined;

/** By which advert or partner the shopper came this time: `channel` of the link, kept until another one is followed. */
export function channel(): string | undefined {
  current ??= platform.launch().query.channel ?? '';
  return current.slice(0, 40) || undefined;
}

/** Once, from app.tsx. */
export function wireChannel(): void {
  channel();
  platform.onEnter(({ query }) => {
    if (query.channel) current = query.channel;
  });
}
