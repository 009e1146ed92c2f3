import type { Screen } from './screen';

const parts = [
  ['controls', '按钮', 'Buttons in every kind, size and state'],
  ['choices', '选择', 'Chips, check boxes, steppers, the sort bar'],
  ['words', '文字与价格', 'Prices, tags, rows, heads'],
  ['goods', '商品', 'Cards and pictures, missing ones and long titles included'],
  ['states', '状态', 'Skeletons, empty pages, errors'],
] as const;

/** The components, each in every state; the page exists in development builds alone. */
export const galleryScreens: Screen[] = parts.flatMap(([part, title, look]) =>
  [false, true].map((isDark) => ({
    name: `gallery-${part}${isDark ? '-dark' : ''}`,
    page: 'gallery',
    kind: 'detail' as const,
    query: () => `part=${part}`,
    ready: title,
    look,
    isDark,
    ...(part === 'goods' && { allows: ['missing picture'] as const }),
  })),
);
