import type { Visit } from './visit';

const titles: Record<string, string> = {
  home: 'Home',
  category: 'Categories',
  cart: 'Cart',
  me: 'Me',
  list: 'Lists',
  search: 'Search',
  product: 'Product',
  checkout: 'Checkout',
  addresses: 'Addresses',
  result: 'Result of a payment',
  orders: 'Orders',
  order: 'One order',
  favourites: 'Favourites',
  history: 'History',
  notices: 'Reminders',
  settings: 'Settings',
  about: 'About',
  privacy: 'Privacy',
  deletion: 'Deleting the account',
  gallery: 'Gallery of the components (development builds)',
};

const marked = /(<!-- screens -->\n)([\s\S]*?)(<!-- \/screens -->)/;

/** Puts the list between the markers of docs/screens.md; throws when there are none. */
export function writeList(document: string, screens: readonly Visit['screen'][]): string {
  if (!marked.test(document)) throw new Error('docs/screens.md lacks <!-- screens --> ... <!-- /screens -->');
  const pages = [...new Set(screens.map(({ page }) => page))];
  const parts = pages.map((page) => {
    const rows = screens
      .filter((screen) => screen.page === page)
      .map(({ name, kind, look }) => `| ${name}.png | ${kind} | ${look} |`);
    return [
      `### ${titles[page] ?? page}`,
      '',
      '| picture | state | what to look at |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return document.replace(
    marked,
    (_all, open: string, _old: string, close: string) => `${open}\n${parts.join('\n')}\n${close}`,
  );
}
