import { act, screen } from '@testing-library/react';
import { FavouriteButton } from '@/mall/product/FavouriteButton';
import { fakeServer } from '../support/storefront/fakeServer';
import { renderPage } from '../support/storefront/renderPage';

test('two taps within a frame are sent as one', async () => {
  const server = fakeServer({
    'GET /api/favourites/:productId': () => ({ isFavourite: false }),
    'PUT /api/favourites/:productId': () => ({ isFavourite: true }),
  });
  await renderPage(() => <FavouriteButton productId="1" />);
  const heart = await screen.findByRole('button', { name: '收藏' });
  await act(async () => {
    heart.click();
    heart.click();
  });
  await screen.findByRole('button', { name: '取消收藏' });
  expect(server.to('PUT /api/favourites/:productId')).toHaveLength(1);
});
