import type { LinkTarget } from '@jishi/contract/layouts';
import { to } from '@/lib/routes';

type PageLink = Extract<LinkTarget, { type: 'page' }>['to'];
const PAGES: readonly PageLink[] = ['home', 'category', 'cart', 'me', 'orders', 'favourites', 'history'];

/** Goes where a block's link points. `none` stays, and so does what leads nowhere that this build knows. */
export function followLink(link: LinkTarget | undefined): void {
  switch (link?.type) {
    case 'campaign':
      return void to.campaign(link.slug);
    case 'product':
      return void to.product(link.productId);
    case 'category':
      return void to.list({ category: link.slug });
    case 'search':
      return void to.list({ q: link.keyword });
    case 'tag':
      return void to.list({ tag: link.tag, title: link.tag });
    case 'page':
      if (PAGES.includes(link.to)) to[link.to]();
      return;
    case 'none':
    case undefined:
  }
}
