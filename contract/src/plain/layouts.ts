/** Pages made of blocks. The first three are one each, their slug is their name; campaign pages are any number. */
export const LAYOUT_PAGES = ['home', 'category', 'member', 'campaign'] as const;
export type LayoutPage = (typeof LAYOUT_PAGES)[number];

/**
 * What a storefront built from this source can draw. Grows by one with each new kind of block and each new version of
 * one (`LAYOUT_KINDS` says since when, plain/blockVersions.ts the way there and back); clients send it, and the server
 * sends them nothing newer.
 */
export const LAYOUT_CONTRACT = 4;

export const THEMES = ['persimmon', 'celadon', 'plum', 'ink'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Colours that follow the theme, in the dark too. */
export const COLOUR_TOKENS = ['primary', 'primarySoft', 'surface', 'paper', 'sunken', 'ink'] as const;
export type ColourToken = (typeof COLOUR_TOKENS)[number];

/** px, the only distances there are. */
export const SPACES = [0, 4, 8, 12, 16, 24] as const;
export type Space = (typeof SPACES)[number];

export const MAX_BLOCKS = 60;
/** Of a document as JSON. */
export const MAX_LAYOUT_BYTES = 100_000;
/** Product lists of one page that are asked for in one call. */
export const MAX_PRODUCT_SETS = 20;

/** Cells of each arrangement of a cube. */
export const CUBE_CELLS = { one: 1, two: 2, three: 3, oneTwo: 3, twoOne: 3, four: 4 } as const;
export type CubePreset = keyof typeof CUBE_CELLS;
