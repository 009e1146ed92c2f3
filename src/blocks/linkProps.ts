import type { LinkTarget } from '@jishi/contract/layouts';
import { followLink } from './followLink';

/** What makes an element lead somewhere; nothing for a link that leads nowhere. */
export function linkProps(link: LinkTarget | undefined, label?: string) {
  if (!link || link.type === 'none') return {};
  return { role: 'link', ...(label && { 'aria-label': label }), onClick: () => followLink(link) };
}
