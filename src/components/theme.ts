import { create } from 'zustand';
import { THEMES, type ThemeName } from '@jishi/contract/plain/layouts';
import { isDark, mix } from '@jishi/contract/plain/colours';

/** What a page's root wears. */
export interface Theme {
  name: ThemeName;
  /** Its own colours in place of the named theme's; by day alone, the dark keeps the theme's. */
  own: Readonly<Record<string, string>>;
  /** For the bars that the host draws. */
  tab: string;
  paper: string;
}

/** As in tokens.scss, which the host's bars cannot read. */
const BARS: Readonly<Record<ThemeName, { tab: string; paper: string }>> = {
  persimmon: { tab: '#bd361b', paper: '#f7f2ea' },
  celadon: { tab: '#1a6854', paper: '#f2f4ed' },
  plum: { tab: '#9a2b56', paper: '#f8f2f1' },
  ink: { tab: '#2d2a28', paper: '#f5f3ef' },
};

export const PLAIN_THEME: Theme = { name: 'persimmon', own: {}, ...BARS.persimmon };

/** The shop's theme, for every page at once. Each has a dark side, which follows the phone (tokens.scss). */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: PLAIN_THEME }));

/** A document's theme; of what is no theme or no colour, the usual one. */
export function readTheme(value: unknown): Theme {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const name = THEMES.find((theme) => theme === said.name) ?? 'persimmon';
  const [primary, price, paper] = [hex(said.primary), hex(said.price), hex(said.paper)];
  return {
    name,
    own: {
      ...(primary && {
        '--own-primary': primary,
        '--own-press': mix(primary, '#000000', 0.15),
        '--own-awning': mix(primary, '#000000', 0.25),
        '--own-soft': mix(primary, '#ffffff', 0.9),
        '--own-line': mix(primary, '#ffffff', 0.6),
        '--own-on': isDark(primary) ? '#fff' : '#261e18',
      }),
      ...(price && { '--own-price': price }),
      ...(paper && { '--own-paper': paper }),
    },
    tab: primary ?? BARS[name].tab,
    paper: paper ?? BARS[name].paper,
  };
}

/** The classes of a root that wears the theme. */
export function themeClasses({ name, own }: Theme): string {
  const parts = ['primary', 'price', 'paper'].filter((part) => own[`--own-${part}`]);
  return ['theme', `theme-${name}`, ...parts.map((part) => `own-${part}`)].join(' ');
}

function hex(value: unknown): string | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}
