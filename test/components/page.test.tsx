import { act, fireEvent, screen } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { Page } from '@/components/Page';
import { useNetwork } from '@/lib/network';
import { queryClient } from '@/lib/queries';
import { renderPage } from '../support/storefront/renderPage';

interface Goods {
  name: { text: string };
}

const ask = jest.fn<Promise<Goods>, []>();

function Shelf() {
  const { data } = useQuery({ queryKey: ['shelf'], queryFn: ask });
  return <p>{data ? data.name.text : '正在摆货'}</p>;
}

function Market() {
  return (
    <Page title="货架">
      <Shelf />
    </Page>
  );
}

const open = () => renderPage(Market);

beforeEach(() => {
  queryClient.clear();
  jest.useFakeTimers();
  // React tells of every error that a boundary has caught
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  ask
    .mockReset()
    .mockResolvedValueOnce({} as Goods)
    .mockResolvedValue({ name: { text: '柿釉手作茶壶' } });
});
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test('a page that cannot draw its data says so, and starts afresh by itself', async () => {
  await open();
  await pass(0);
  expect(screen.getByText('小店出了点状况，稍后再试试')).toBeInTheDocument();
  await pass(5_000);
  await pass(0);
  expect(screen.getByText('柿釉手作茶壶')).toBeInTheDocument();
});

test('a tap starts it afresh as well', async () => {
  await open();
  await pass(0);
  fireEvent.click(screen.getByText('重新加载'));
  await pass(0);
  expect(screen.getByText('柿釉手作茶壶')).toBeInTheDocument();
});

test('a line says when the network is gone and when it is back, where a screen reader hears it', async () => {
  await open();
  const line = screen.getByRole('status');
  expect(line).toBeEmptyDOMElement();
  act(() => useNetwork.setState({ state: 'down' }));
  expect(line).toHaveTextContent('网络不可用，连上后会自动恢复');
  act(() => useNetwork.setState({ state: 'back' }));
  expect(line).toHaveTextContent('已恢复连接');
  act(() => useNetwork.setState({ state: 'up' }));
  expect(line).toBeEmptyDOMElement();
});
