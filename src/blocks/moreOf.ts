import type { LinkTarget } from '@jishi/contract/layouts';
import { followLink } from './followLink';

/** The 更多 of a section head, or nothing where the link leads nowhere. */
export function moreOf(link: LinkTarget | undefined) {
  return !link || link.type === 'none' ? undefined : { text: '更多', onTap: () => followLink(link) };
}
