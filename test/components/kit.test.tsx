import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Checkbox } from '@/components/Checkbox';
import { CountdownText } from '@/components/CountdownText';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { ProductCard } from '@/components/ProductCard';
import { balance } from '@/components/ProductGrid';
import { Sheet } from '@/components/Sheet';
import { SortBar } from '@/components/SortBar';
import { Stepper } from '@/components/Stepper';
import { salesText } from '@/components/salesText';
import { PLAIN_THEME, readTheme, useTheme } from '@/components/theme';
import { ApiError } from '@/lib/apiError';
import { card, cards } from '../support/storefront/goods';
import { renderPage } from '../support/storefront/renderPage';

const textOf = (element: Element) => element.textContent;

describe('Button', () => {
  it('takes a tap', () => {
    const onTap = jest.fn();
    render(
      <Button kind="primary" onTap={onTap}>
        付款
      </Button>,
    );
    fireEvent.click(screen.getByText('付款'));
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it.each([{ isBusy: true }, { isDisabled: true }])('takes no tap with %j', (state) => {
    const onTap = jest.fn();
    render(
      <Button kind="primary" onTap={onTap} {...state}>
        付款
      </Button>,
    );
    fireEvent.click(screen.getByText('付款'));
    expect(onTap).not.toHaveBeenCalled();
  });
});

describe('Price', () => {
  it.each([
    [{ fen: 15900 }, '¥159'],
    [{ fen: 4990 }, '¥49.90'],
    [{ fen: 15900, size: 'xl' as const }, '¥159.00'],
    [{ fen: 5 }, '¥0.05'],
    [{ fen: 15900, hasRange: true }, '¥159起'],
    [{ fen: 15900, wasFen: 21950 }, '¥159¥219.5'],
  ])('writes %j as %s', (props, text) => {
    const { container } = render(<Price {...props} />);
    expect(textOf(container)).toBe(text);
  });

  it('strikes nothing that is not higher', () => {
    const { container } = render(<Price fen={15900} wasFen={15900} />);
    expect(textOf(container)).toBe('¥159');
  });
});

describe('Picture', () => {
  it('says 图片暂缺 without an address, and draws no image', () => {
    const { container } = render(<Picture src={null} />);
    expect(screen.getByText('图片暂缺')).toBeInTheDocument();
    expect(container.querySelector('taro-image-core')).toBeNull();
  });

  it('says 图片暂缺 when the picture does not come, and tries again with another address', async () => {
    const { container, rerender } = render(<Picture src="/assets/a.jpg" isLazy={false} />);
    // the element draws its img when it has come to rest, which may be after `settled`
    await waitFor(() => expect(container.querySelector('img')).not.toBeNull());
    fireEvent.error(container.querySelector('img')!);
    expect(await screen.findByText('图片暂缺')).toBeInTheDocument();
    rerender(<Picture src="/assets/b.jpg" isLazy={false} />);
    expect(screen.queryByText('图片暂缺')).toBeNull();
  });

  it('leaves a bare ground when it only decorates', () => {
    render(<Picture src={null} isBare />);
    expect(screen.queryByText('图片暂缺')).toBeNull();
  });
});

describe('Chip', () => {
  it('cannot be tapped while it is off, and says 缺货 only when the thing may return', () => {
    const onTap = jest.fn();
    const { rerender } = render(
      <Chip isOff isMissing onTap={onTap}>
        竹青
      </Chip>,
    );
    fireEvent.click(screen.getByText('竹青'));
    expect(onTap).not.toHaveBeenCalled();
    expect(screen.getByText('缺货')).toBeInTheDocument();
    rerender(
      <Chip isOff onTap={onTap}>
        竹青
      </Chip>,
    );
    expect(screen.queryByText('缺货')).toBeNull();
  });
});

describe('Checkbox', () => {
  it('tells its state and takes no tap while disabled', () => {
    const onTap = jest.fn();
    render(<Checkbox isOn isDisabled label="茶壶" onTap={onTap} />);
    const box = screen.getByLabelText('茶壶');
    expect(box.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(box);
    expect(onTap).not.toHaveBeenCalled();
  });
});

describe('Stepper', () => {
  it('steps inside its range and reports a tap beyond it', () => {
    const [onChange, onLimit] = [jest.fn(), jest.fn()];
    const { rerender } = render(<Stepper value={1} min={1} max={2} onChange={onChange} onLimit={onLimit} />);
    fireEvent.click(screen.getByLabelText('减一件'));
    fireEvent.click(screen.getByLabelText('加一件'));
    rerender(<Stepper value={2} min={1} max={2} onChange={onChange} onLimit={onLimit} />);
    fireEvent.click(screen.getByLabelText('加一件'));
    expect(onChange.mock.calls).toEqual([[2]]);
    expect(onLimit.mock.calls).toEqual([['min'], ['max']]);
  });
});

describe('Sheet', () => {
  it('has nothing in the page while closed, and closes by its mask', () => {
    const onClose = jest.fn();
    const { container, rerender } = render(
      <Sheet isOpen={false} onClose={onClose}>
        里面
      </Sheet>,
    );
    expect(container.childElementCount).toBe(0);
    rerender(
      <Sheet isOpen onClose={onClose}>
        里面
      </Sheet>,
    );
    fireEvent.click(screen.getAllByLabelText('关闭')[0]!);
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('CountdownText', () => {
  afterEach(() => jest.useRealTimers());

  it('counts by the server’s clock and ends once', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
    const onEnd = jest.fn();
    // the server is 1 s ahead of this device
    render(<CountdownText until="2026-11-25T08:01:05Z" serverOffsetMs={1000} onEnd={onEnd} />);
    expect(screen.getByText('01:04')).toBeInTheDocument();
    act(() => void jest.advanceTimersByTime(4000));
    expect(screen.getByText('01:00')).toBeInTheDocument();
    act(() => void jest.advanceTimersByTime(90_000));
    expect(screen.getByText('00:00')).toBeInTheDocument();
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('writes hours only when there are any', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
    render(<CountdownText until="2026-11-25T10:14:59Z" />);
    expect(screen.getByText('2:14:59')).toBeInTheDocument();
  });
});

describe('ListEnd', () => {
  it('offers another try after a failure, and says when all is shown', () => {
    const onRetry = jest.fn();
    const { rerender } = render(<ListEnd hasMore isLoading={false} onRetry={onRetry} />);
    fireEvent.click(screen.getByText('再试一次'));
    expect(onRetry).toHaveBeenCalledTimes(1);
    rerender(<ListEnd hasMore={false} isLoading={false} />);
    expect(screen.getByText('就这些了')).toBeInTheDocument();
  });
});

describe('ErrorState', () => {
  it('names a lost connection and retries', () => {
    const onRetry = jest.fn();
    render(<ErrorState error={new ApiError('offline', 0)} onRetry={onRetry} />);
    expect(screen.getByText('没连上集市')).toBeInTheDocument();
    fireEvent.click(screen.getByText('重新加载'));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe('SortBar', () => {
  it('sorts by the lowest price first and turns round at the next tap', () => {
    const onChange = jest.fn();
    const { rerender } = render(<SortBar sort="default" onChange={onChange} />);
    fireEvent.click(screen.getByText('价格'));
    rerender(<SortBar sort="price_asc" onChange={onChange} />);
    fireEvent.click(screen.getByText('价格'));
    expect(onChange.mock.calls).toEqual([['price_asc'], ['price_desc']]);
  });
});

describe('ProductCard', () => {
  it('opens by a tap on the card and chooses by a tap on the +, never both', () => {
    const [onTap, onAdd] = [jest.fn(), jest.fn()];
    render(<ProductCard product={card()} onTap={onTap} onAdd={onAdd} />);
    fireEvent.click(screen.getByLabelText('选购 柿釉手作茶壶'));
    expect([onTap.mock.calls.length, onAdd.mock.calls.length]).toEqual([0, 1]);
    fireEvent.click(screen.getByText('柿釉手作茶壶'));
    expect([onTap.mock.calls.length, onAdd.mock.calls.length]).toEqual([1, 1]);
  });

  it('says 已售罄 and offers no + when sold out', () => {
    render(<ProductCard product={card({ isSoldOut: true })} onTap={() => undefined} onAdd={() => undefined} />);
    expect(screen.getByText('已售罄')).toBeInTheDocument();
    expect(screen.queryByLabelText('选购 柿釉手作茶壶')).toBeNull();
  });
});

it('writes sales short', () => {
  expect([0, 48, 1204, 23800, 1_234_567].map(salesText)).toEqual([
    '新上架',
    '已售 48',
    '已售 1,204',
    '已售 2.3万',
    '已售 123.4万',
  ]);
});

it('keeps every card in its column when more are appended', () => {
  const all = cards(41);
  const [before, after] = [balance(all.slice(0, 20)), balance(all)];
  expect(after[0].slice(0, before[0].length)).toEqual(before[0]);
  expect(after[1].slice(0, before[1].length)).toEqual(before[1]);
  expect([...after[0], ...after[1]]).toHaveLength(41);
});

describe('Page', () => {
  it('carries the theme, and every page follows when it changes', async () => {
    const { container } = await renderPage(() => <Page title="购物袋">里面</Page>);
    expect(container.querySelector('.theme-persimmon')).not.toBeNull();
    act(() => useTheme.setState({ theme: readTheme({ name: 'ink' }) }));
    expect(container.querySelector('.theme-ink')).not.toBeNull();
    act(() => useTheme.setState({ theme: PLAIN_THEME }));
  });

  it('draws its own title on the web', async () => {
    await renderPage(() => <Page title="购物袋">里面</Page>);
    expect(screen.getByText('购物袋')).toBeInTheDocument();
  });
});
