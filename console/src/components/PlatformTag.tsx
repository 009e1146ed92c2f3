import type { Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { PlatformIcon } from './PlatformIcon';

export function PlatformTag({ platform }: { platform: Platform }) {
  return (
    <span className="ptag">
      <PlatformIcon platform={platform} />
      {PLATFORM_WORDS[platform]}
    </span>
  );
}
