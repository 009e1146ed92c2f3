import { PAGE_PATHS } from './pagePaths';
import type { Screen, StateKind } from './screen';

const ALL: StateKind[] = ['filled', 'loading', 'error', 'empty'];

/** The states that every page must be shown in. What is drawn from nothing but itself can only be filled. */
export const NEEDS: Readonly<Record<string, readonly StateKind[]>> = {
  home: ALL,
  category: ALL,
  cart: ALL,
  // what is not there leaves out a row or a number
  me: ['filled', 'loading', 'error'],
  list: ALL,
  search: ALL,
  product: ALL,
  campaign: ALL,
  checkout: ALL,
  addresses: ALL,
  result: ['filled', 'loading', 'error'],
  orders: ALL,
  order: ['filled', 'loading', 'error'],
  aftersaleApply: ALL,
  aftersale: ['filled', 'loading', 'error'],
  aftersales: ALL,
  favourites: ALL,
  history: ALL,
  notices: ALL,
  settings: ['filled'],
  about: ['filled'],
  privacy: ['filled'],
  deletion: ['filled', 'loading', 'error'],
  phone: ['filled', 'loading', 'error'],
  codeEnd: ['filled'],
  coupons: ALL,
  // whoever has no card is offered one
  memberCard: ['filled', 'loading', 'error', 'empty'],
  pointsLedger: ALL,
  staffJoin: ['filled', 'loading', 'error'],
  staffHome: ALL,
  staffShare: ['filled', 'loading', 'error'],
  staffCodes: ALL,
  staffResults: ALL,
  staffCustomers: ALL,
  // an empty field waits for eight digits
  staffPickup: ['filled', 'loading', 'error'],
};

/** What the list of screens lacks, a sentence each; names must be told apart too. */
export function gapsIn(screens: readonly Screen[]): string[] {
  const pages = Object.keys(PAGE_PATHS);
  const unknown = pages.filter((page) => !NEEDS[page]).map((page) => `say in needs.ts which states ${page} has`);
  const gaps = pages.flatMap((page) =>
    (NEEDS[page] ?? [])
      .filter((kind) => !screens.some((screen) => screen.page === page && screen.kind === kind))
      .map((kind) => `${page} is not shown ${kind}`),
  );
  const names = screens.map(({ name }) => name);
  const doubles = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two screens are ${name}`);
  const dead = screens
    .filter(({ page }) => page !== 'gallery' && !PAGE_PATHS[page])
    .map(({ name, page }) => `${name}: there is no page ${page}`);
  return [...unknown, ...gaps, ...doubles, ...dead];
}
