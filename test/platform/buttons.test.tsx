import type { ComponentType, PropsWithChildren } from 'react';
import { fireEvent, render } from '@testing-library/react';
import { platform } from '@/platform';
import { LiveButton as LiveAlipay } from '@/platform/LiveButton.alipay';
import { LiveButton as LiveH5 } from '@/platform/LiveButton.h5';
import { LiveButton as LiveTt } from '@/platform/LiveButton.tt';
import { LiveButton as LiveWeapp } from '@/platform/LiveButton.weapp';
import { PrivacyButton as PrivacyAlipay } from '@/platform/PrivacyButton.alipay';
import { PrivacyButton as PrivacyH5 } from '@/platform/PrivacyButton.h5';
import { PrivacyButton as PrivacyTt } from '@/platform/PrivacyButton.tt';
import { PrivacyButton as PrivacyWeapp } from '@/platform/PrivacyButton.weapp';
import type { LiveButtonProps } from '@/platform/live';
import { toCard, toTimeline } from '@/platform/sharedPage';

const settled = () => new Promise(process.nextTick);

function drawLive(LiveButton: ComponentType<PropsWithChildren<LiveButtonProps>>) {
  const failures: string[] = [];
  const { container } = render(
    <LiveButton className="there" channel="sph-1" label="看直播" onFail={(status) => failures.push(status)}>
      直播中
    </LiveButton>,
  );
  return { failures, button: container.querySelector('.there') };
}

describe('the way into a broadcast', () => {
  test.each([
    ['ok', []],
    ['cancelled', []],
    ['failed', ['failed']],
    ['unsupported', ['unsupported']],
  ] as const)('WeChat’s that ends %s tells %j', async (status, told) => {
    const open = jest.spyOn(platform, 'openBroadcast').mockResolvedValue({ status, code: '', value: null } as never);
    const { failures, button } = drawLive(LiveWeapp);
    fireEvent.click(button!);
    await settled();
    expect(open).toHaveBeenCalledWith('sph-1');
    expect(failures).toEqual(told);
    open.mockRestore();
  });

  test.each([
    [{ errNo: 0, errMsg: 'openWebcastRoom:ok' }, []],
    [{ errNo: 21504, errMsg: 'not live' }, ['failed']],
    [{ errNo: 10401, errMsg: 'account' }, ['unsupported']],
    [{ errNo: 10101, errMsg: 'platform auth deny' }, ['unsupported']],
  ])('Douyin’s button names the account and tells how it ended (%#)', (detail, told) => {
    const { failures, button } = drawLive(LiveTt);
    expect(button).toMatchObject({ openType: 'openWebcastRoom' });
    expect(button!.getAttribute('data-aweme-id')).toBe('sph-1');
    fireEvent(button!, new CustomEvent('openwebcastroom', { detail }));
    expect(failures).toEqual(told);
  });

  test.each([
    ['Alipay', LiveAlipay],
    ['the web page', LiveH5],
  ])('%s has none', (_, button) => {
    expect(drawLive(button).button).toBeNull();
  });
});

describe('the yes to the privacy statement', () => {
  test.each([
    ['WeChat', PrivacyWeapp],
    ['Douyin', PrivacyTt],
  ])('%s believes its own button alone, which carries the id that is answered with', (_, PrivacyButton) => {
    const agreed: string[] = [];
    const { container } = render(<PrivacyButton className="there" onAgree={(id) => agreed.push(id)} />);
    const button = container.querySelector('.there')!;
    expect(button).toMatchObject({ openType: 'agreePrivacyAuthorization' });
    fireEvent.click(button);
    expect(agreed).toEqual([]);
    fireEvent(button, new CustomEvent('agreeprivacyauthorization', { detail: {} }));
    expect(agreed).toEqual([button.id]);
  });

  test.each([
    ['Alipay', PrivacyAlipay],
    ['the web page', PrivacyH5],
  ])('on %s any tap is one', (_, PrivacyButton) => {
    const agreed: string[] = [];
    const { container } = render(<PrivacyButton className="there" onAgree={(id) => agreed.push(id)} />);
    fireEvent.click(container.querySelector('.there')!);
    expect(agreed).toHaveLength(1);
  });
});

describe('a shared page', () => {
  const page = { title: '茶壶', path: '/mall/product/index?id=1', imageUrl: 'https://shop.invalid/1.jpg' };

  test('carries an id of its own in the card and in the timeline', () => {
    expect(toCard(page, 's1')).toEqual({ ...page, desc: '茶壶', path: '/mall/product/index?id=1&share=s1' });
    expect(toTimeline(page, 's1')).toEqual({ title: '茶壶', query: 'id=1&share=s1', imageUrl: page.imageUrl });
    expect(toCard({ title: '家', path: '/pages/home/index' }, 's1')).toMatchObject({
      path: '/pages/home/index?share=s1',
    });
    expect(toTimeline({ title: '家', path: '/pages/home/index' }, 's1')).toEqual({ title: '家', query: 'share=s1' });
  });

  test('two shares are told apart', () => {
    expect(toCard(page).path).not.toBe(toCard(page).path);
  });
});
