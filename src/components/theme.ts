import { create } from 'zustand';

export const THEMES = ['persimmon', 'celadon', 'plum', 'ink'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * The shop's theme, for every page at once: `useTheme.setState({ theme: 'ink' })`. Each has a dark side, which follows
 * the phone (tokens.scss).
 */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'persimmon' }));
