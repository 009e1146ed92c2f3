import type { ConsoleScreen } from './consoleScreen';
import type { Screen } from './screen';

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
  memberCard: 'Membership card',
  pointsLedger: 'Points',
  staffJoin: 'An invitation to work here',
  staffHome: 'Workbench',
  staffShare: 'Posters and cards',
  staffCodes: 'Codes of a guide',
  staffResults: 'Results of a guide',
  staffCustomers: 'Customers of a guide',
  staffPickup: 'Handing goods over',
  gallery: 'Gallery of the components (development builds)',
};

const marked = /(<!-- screens -->\n)([\s\S]*?)(<!-- \/screens -->)/;

/** Puts the list between the markers of docs/screens.md; throws when there are none. */
export function writeList(document: string, screens: readonly Screen[], desks: readonly ConsoleScreen[] = []): string {
  if (!marked.test(document)) throw new Error('docs/screens.md lacks <!-- screens --> ... <!-- /screens -->');
  const pages = [...new Set(screens.map(({ page }) => page))];
  const parts = pages.map((page) =>
    tableOf(
      titles[page] ?? page,
      screens.filter((screen) => screen.page === page),
    ),
  );
  if (desks.length > 0) parts.push(tableOf('The console', desks));
  return document.replace(
    marked,
    (_all, open: string, _old: string, close: string) => `${open}\n${parts.join('\n')}\n${close}`,
  );
}

function tableOf(title: string, screens: readonly Pick<Screen, 'name' | 'kind' | 'look'>[]): string {
  const rows = screens.map(({ name, kind, look }) => `| ${name}.png | ${kind} | ${look} |`);
  return [`### ${title}`, '', '| picture | state | what to look at |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
