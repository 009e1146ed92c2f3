import { bodyOf, faultOf, sayPlan, START_PLAN } from '../../console/src/layouts/publish/plan';

const NOW = Date.parse('2026-11-26T06:00:00Z');
const say = (part: Partial<typeof START_PLAN>) =>
  sayPlan({ ...START_PLAN, ...part }, '首页', new Map([['7', '湖滨店']]), NOW);

describe('what the publish dialog says', () => {
  test('is the whole truth about a plain publication', () => {
    expect(say({})).toBe('立即在全部平台向所有人放出「首页」的草稿。');
  });

  test('names the window in Beijing time, the audience, the share and the other side of an experiment', () => {
    expect(
      say({
        from: '2026-11-26T16:00:00.000Z',
        until: '2026-12-03T15:59:00.000Z',
        platforms: ['weapp', 'tt'],
        storeIds: ['7'],
        rollout: 20,
        login: 'in',
        against: { versionId: '5', versionNumber: 22 },
        share: 50,
      }),
    ).toBe(
      '11 月 27 日 00:00 起，在微信、抖音的湖滨店向 20% 的已登录顾客放出「首页」的两版：50% 看到草稿，50% 看到 v22。' +
        '12 月 3 日 23:59 结束，之后回到那时该看到的版本。其余的人看到的不变。',
    );
  });
});

test('what is sent has the shares add up, names the seen revision, and asks nothing that was not said', () => {
  expect(bodyOf(START_PLAN, 8)).toEqual({
    arms: [{ versionId: null, weight: 100 }],
    revision: 8,
    from: null,
    until: null,
    audience: {},
    rollout: 100,
    note: '',
  });
  const { arms } = bodyOf({ ...START_PLAN, against: { versionId: '5', versionNumber: 2 }, share: 30 }, 8);
  expect(arms).toEqual([
    { versionId: '5', weight: 70 },
    { versionId: null, weight: 30 },
  ]);
});

test('a window that ends before it begins, or has ended, is refused before it is sent', () => {
  const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
  expect(faultOf({ ...START_PLAN, from: at(2), until: at(1) }, NOW)).toBe('结束要晚于开始');
  expect(faultOf({ ...START_PLAN, until: at(-1) }, NOW)).toBe('结束时间已经过了');
  expect(faultOf({ ...START_PLAN, from: at(1), until: at(2) }, NOW)).toBeNull();
});
