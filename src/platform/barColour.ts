/**
 * A colour of a bar or a ground that the host draws, for the configurations: WeChat gets its name in src/theme.json, and
 * turns it dark by itself; the other hosts get the colour.
 */
export const barColour = (name: string, day: string): string => (process.env.TARO_ENV === 'weapp' ? `@${name}` : day);

/** The whole tab bar as app.config.ts has it, but for the chosen tab: Alipay wants all of it. */
export const tabStyle = (selectedColor: string) => ({
  color: '#6f6358',
  selectedColor,
  backgroundColor: '#fffefb',
  borderStyle: 'white' as const,
});
