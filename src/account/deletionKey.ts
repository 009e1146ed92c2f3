/** The settings show whether a deletion is under way, its own page does the rest. */
export const deletionKey = ['account', 'deletion'] as const;
