import { render, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { GuideBlock } from '@/blocks/GuideBlock';
import type { MyGuide } from '@/api/guide';
import { queryClient } from '@/lib/queries';
import { usePreviewed } from '@/lib/previewed';
import { fakeServer } from '../support/storefront/fakeServer';

const guide = { name: '沈知夏', storeName: '湖滨店', phone: '0571-88886666' };
const shopOf = (answer: MyGuide) => fakeServer({ 'GET /api/my-guide': () => answer });
const show = (hasCall = true) =>
  render(
    <QueryClientProvider client={queryClient}>
      <GuideBlock hasCall={hasCall} />
    </QueryClientProvider>,
  );

afterEach(() => usePreviewed.setState({ page: null }));

test('the shopper’s own guide stands there, with or without a call as the page wants it', async () => {
  shopOf({ guide, isAgreed: false });
  const { unmount } = show();
  expect(await screen.findByText('沈知夏')).toBeInTheDocument();
  expect(screen.getByText('打电话')).toBeInTheDocument();
  unmount();
  show(false);
  expect(await screen.findByText('沈知夏')).toBeInTheDocument();
  expect(screen.queryByText('打电话')).toBeNull();
});

test('whoever has no guide sees no gap', async () => {
  const server = shopOf({ guide: null, isAgreed: false });
  const { container } = show();
  await waitFor(() => expect(server.to('GET /api/my-guide')).toHaveLength(1));
  await act(async () => undefined);
  expect(container).toBeEmptyDOMElement();
});

test('whoever arranges the page sees a sample, and nobody is asked for', async () => {
  const server = shopOf({ guide: null, isAgreed: false });
  usePreviewed.setState({ page: 'home' });
  show();
  expect(await screen.findByText('小满')).toBeInTheDocument();
  expect(server.seen).toEqual([]);
});
