import { AlipayCircleFilled, GlobalOutlined, TikTokFilled, WechatFilled } from '@ant-design/icons';
import type { Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { platformColor } from '../theme';

/** Dark marks take the colour of the text, which the night turns light. */
const COLORS = { ...platformColor, tt: 'var(--js-ink)', h5: 'var(--js-ink3)' };

const ICONS = { weapp: WechatFilled, alipay: AlipayCircleFilled, tt: TikTokFilled, h5: GlobalOutlined };

/** Where it happened; the word is for the ear and the pointer. */
export function PlatformIcon({ platform, size = 15 }: { platform: Platform; size?: number }) {
  const Icon = ICONS[platform];
  const word = PLATFORM_WORDS[platform];
  return <Icon style={{ color: COLORS[platform], fontSize: size }} aria-label={word} title={word} />;
}
