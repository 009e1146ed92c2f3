import type { Preview } from './previewing';

/** The console's editor shows the web page alone. */
export const preview: Preview | null = null;
