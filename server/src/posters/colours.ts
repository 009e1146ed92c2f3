import { isDark, mix } from '@jishi/contract/plain/colours';
import type { ThemeName } from '@jishi/contract/plain/layouts';
import type { PosterTheme } from './types';

/** What a poster is painted with; the names are those of the storefront's tokens, without `--c-`. */
export interface Colours {
  primary: string;
  'primary-text': string;
  'primary-soft': string;
  'on-primary': string;
  'hero-1': string;
  'hero-2': string;
  'awning-a': string;
  'awning-b': string;
  price: string;
  paper: string;
  sunken: string;
  surface: string;
  ink: string;
  'ink-2': string;
  'ink-3': string;
  line: string;
}

const NEUTRALS = { surface: '#fffefb', ink: '#261e18', 'ink-2': '#5c5148', 'ink-3': '#6f6358', line: '#ede5d9' };

/** The storefront's tokens by day, as src/components/tokens.scss has them: paper has no night. A test compares them. */
const DAY: Record<ThemeName, Omit<Colours, keyof typeof NEUTRALS>> = {
  persimmon: {
    primary: '#cf3f22',
    'primary-text': '#bd361b',
    'primary-soft': '#fdece4',
    'on-primary': '#ffffff',
    'hero-1': '#d04326',
    'hero-2': '#c0371b',
    'awning-a': '#b7331a',
    'awning-b': '#fff3e2',
    price: '#c23415',
    paper: '#f7f2ea',
    sunken: '#f1e9dd',
  },
  celadon: {
    primary: '#1f7560',
    'primary-text': '#1a6854',
    'primary-soft': '#e3f1ea',
    'on-primary': '#ffffff',
    'hero-1': '#277f69',
    'hero-2': '#1d6b57',
    'awning-a': '#165646',
    'awning-b': '#f5f6e6',
    price: '#bb3d0a',
    paper: '#f2f4ed',
    sunken: '#eaede2',
  },
  plum: {
    primary: '#a8325f',
    'primary-text': '#9a2b56',
    'primary-soft': '#fbe9f0',
    'on-primary': '#ffffff',
    'hero-1': '#b63d6b',
    'hero-2': '#932a53',
    'awning-a': '#7b2045',
    'awning-b': '#fff0ef',
    price: '#b72d52',
    paper: '#f8f2f1',
    sunken: '#f3e9e8',
  },
  ink: {
    primary: '#2d2a28',
    'primary-text': '#2d2a28',
    'primary-soft': '#f0ece4',
    'on-primary': '#ffffff',
    'hero-1': '#3a3634',
    'hero-2': '#262321',
    'awning-a': '#171514',
    'awning-b': '#ead6ac',
    price: '#a8431b',
    paper: '#f5f3ef',
    sunken: '#eeebe5',
  },
};

/** The theme's colours with the shop's own over them, derived as the storefront does (its `readTheme`). */
export function coloursOf({ name, primary, price, paper }: PosterTheme): Colours {
  return {
    ...NEUTRALS,
    ...DAY[name],
    ...(primary && {
      primary,
      'primary-text': primary,
      'primary-soft': mix(primary, '#ffffff', 0.9),
      'on-primary': isDark(primary) ? '#ffffff' : NEUTRALS.ink,
      'hero-1': primary,
      'hero-2': mix(primary, '#000000', 0.15),
      'awning-a': mix(primary, '#000000', 0.25),
    }),
    ...(price && { price }),
    ...(paper && { paper }),
  };
}
