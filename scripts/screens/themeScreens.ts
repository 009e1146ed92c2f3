import type { Screen } from './screen';

const DARK = [
  'home',
  'home-scrolled',
  'home-loading',
  'category',
  'cart',
  'cart-empty',
  'cart-question',
  'me',
  'list',
  'list-filter',
  'search',
  'product',
  'product-below',
  'product-options',
  'product-options-asked',
  'product-sold-out',
  'product-loading',
  'checkout',
  'checkout-unserved',
  'checkout-invoice',
  'addresses-form',
  'result-paid',
  'orders',
  'order-unpaid',
  'order-shipped',
  'order-pickup',
  'favourites',
  'deletion-requested',
  'staff-home',
  'staff-share',
  'staff-customers',
  'staff-pickup-order',
  'category-error',
];

const THEMED = ['home', 'product', 'cart', 'product-options', 'order-unpaid'];

/** The main pages once more: in the dark, and in each of the shop's other themes. */
export function themeScreens(light: readonly Screen[]): Screen[] {
  const named = (name: string): Screen => {
    const found = light.find((screen) => screen.name === name);
    if (!found) throw new Error(`no screen is named ${name}`);
    return { ...found, kind: 'detail' };
  };
  const dark = DARK.map(named).map((screen): Screen => ({
    ...screen,
    name: `${screen.name}-dark`,
    isDark: true,
    look: `In the dark. ${screen.look}`,
  }));
  const themes = (['celadon', 'plum', 'ink'] as const).flatMap((theme) => [
    ...THEMED.map(named).map((screen): Screen => ({
      ...screen,
      name: `${screen.name}-${theme}`,
      theme,
      look: `In ${theme}. ${screen.look}`,
    })),
    { ...named('home'), name: `home-${theme}-dark`, theme, isDark: true, look: `In ${theme} and in the dark` },
  ]);
  return [...dark, ...themes];
}
