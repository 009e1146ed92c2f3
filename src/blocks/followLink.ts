import type { LinkTarget } from '@jishi/contract/layouts';
import { to } from '@/lib/routes';

/** Goes where a block's link points; `none` stays. */
export function followLink(link: LinkTarget): void {
  switch (link.type) {
    case 'none':
      return;
    case 'product':
      return void to.product(link.productId);
    case 'category':
      return void to.list({ category: link.slug });
    case 'search':
      return void to.list({ q: link.keyword });
    case 'tag':
      return void to.list({ tag: link.tag, title: link.tag });
    case 'page':
      return void to[link.to]();
  }
}
