import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { Text } from '@tarojs/components';
import type { Layout } from '@/mall/list/shelf';
import { Results } from '@/mall/list/Results';
import { cards } from '../../support/storefront/goods';
import { renderPage } from '../../support/storefront/renderPage';

const PAGES = Array.from({ length: 25 }, (_, page) => cards(20, page * 20 + 1));
let onNearEnd: jest.Mock;

beforeEach(() => {
  document.body.innerHTML = '';
  onNearEnd = jest.fn();
  // a screen on which one design px is two
  jest.spyOn(Taro, 'createSelectorQuery').mockReturnValue({
    select: () => ({
      boundingClientRect: () => ({ exec: (tell: (boxes: object[]) => void) => tell([{ height: 2000 }]) }),
    }),
  } as never);
});

const shown = () =>
  screen
    .queryAllByText(/^好货 \d+$/)
    .map((node) => Number(node.textContent!.slice(3)))
    .sort((a, b) => a - b);

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function renderResults(layout: Layout) {
  const { fire } = await renderPage(() => <Results pages={PAGES} layout={layout} onNearEnd={onNearEnd} />);
  return (scrollTop: number) => act(() => fire('onPageScroll', { scrollTop }));
}

test('of a long list at most sixty cards exist, those around the screen', async () => {
  const scroll = await renderResults('rows');
  expect(shown()).toEqual(numbers(1, 40));
  await scroll(2 * 8 * 20 * 137);
  expect(shown()).toEqual(numbers(141, 200));
  await scroll(0);
  expect(shown()).toEqual(numbers(1, 40));
});

test('the end is told of before it is reached, and not far from it', async () => {
  const scroll = await renderResults('rows');
  await scroll(2 * 20 * 20 * 137);
  expect(onNearEnd).not.toHaveBeenCalled();
  await scroll(2 * 24 * 20 * 137);
  expect(onNearEnd).toHaveBeenCalledTimes(1);
});

test('another layout goes to the product that was at the top', async () => {
  const goTo = jest.spyOn(Taro, 'pageScrollTo').mockResolvedValue({} as never);
  function Page() {
    const [layout, setLayout] = useState<Layout>('grid');
    return (
      <>
        <Text onClick={() => setLayout('rows')}>换成行</Text>
        <Results pages={PAGES} layout={layout} onNearEnd={onNearEnd} />
      </>
    );
  }
  const { fire } = await renderPage(Page);
  await act(() => fire('onPageScroll', { scrollTop: 2 * 30 * 293.8 }));
  fireEvent.click(screen.getByText('换成行'));
  await waitFor(() => expect(goTo).toHaveBeenCalledWith({ scrollTop: 2 * 60 * 137, duration: 0 }));
  expect(shown()).toContain(61);
  expect(shown().length).toBeLessThanOrEqual(60);
});
