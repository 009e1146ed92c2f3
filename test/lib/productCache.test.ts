import { QueryClient } from '@tanstack/react-query';
import { findCard, productKeys } from '@/lib/productCache';
import { card, cards, productPage } from '../support/storefront/goods';

test('a card is found in a list of one page and in any page of an endless one', () => {
  const client = new QueryClient();
  client.setQueryData(productKeys.page({ sort: 'sales' }), productPage([card({ id: '7', title: '单页' })]));
  client.setQueryData(productKeys.endless({ q: '茶' }), {
    pages: [productPage(cards(2, 20)), productPage([card({ id: '40', title: '第二页' })])],
    pageParams: [null, 'next'],
  });
  expect(findCard(client, '7')?.title).toBe('单页');
  expect(findCard(client, '40')?.title).toBe('第二页');
});

test('nothing is found in lists that never came, nor for an unknown product', () => {
  const client = new QueryClient();
  client.setQueryData(productKeys.page({ tag: '新品' }), undefined);
  client.setQueryData(productKeys.categories, { items: [] });
  expect(findCard(client, '7')).toBeUndefined();
});

test('the same question asked by a block and by an endless list never shares an answer', () => {
  expect(productKeys.page({ sort: 'sales' })).not.toEqual(productKeys.endless({ sort: 'sales' }));
});
