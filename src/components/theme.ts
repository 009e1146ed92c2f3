import { create } from 'zustand';

export const THEMES = ['persimmon', 'dark', 'celadon', 'plum', 'ink'] as const;
export type Theme = (typeof THEMES)[number];

/** The shop's theme, for every page at once: `useTheme.setState({ theme: 'ink' })`. */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'persimmon' }));
