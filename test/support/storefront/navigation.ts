import Taro from '@tarojs/taro';

/** Stands in for Taro's router. `visits` lists what was asked of it, such as `navigateTo /orders/list/index`. */
export function watchNavigation({ depth = 1, before = '' } = {}) {
  const visits: string[] = [];
  const pages = Array.from({ length: depth }, (_, index) => ({
    route: index === depth - 2 ? before : 'pages/x/index',
  }));
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(pages as never);
  for (const name of ['navigateTo', 'redirectTo', 'switchTab'] as const) {
    jest
      .spyOn(Taro, name)
      .mockReset()
      .mockImplementation(async ({ url }: { url: string }) => {
        visits.push(`${name} ${url}`);
        return { errMsg: `${name}:ok` };
      });
  }
  jest
    .spyOn(Taro, 'navigateBack')
    .mockReset()
    .mockImplementation(async () => {
      visits.push('navigateBack');
      return { errMsg: 'navigateBack:ok' };
    });
  return visits;
}
