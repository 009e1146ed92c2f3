/** What a short code opens. Kinds are added with the pages that they lead to. */
export const CODE_TARGETS = ['home', 'product', 'category', 'page'] as const;
export type CodeTarget = (typeof CODE_TARGETS)[number];

export const CODE_STATES = ['active', 'expired', 'revoked', 'unknown'] as const;
export type CodeState = (typeof CODE_STATES)[number];

/** Whether a text can be a short code's token at all. */
export const isCodeToken = (text: string): boolean => /^[0-9A-Za-z]{6,20}$/.test(text);

/** Codes that are made at once. */
export const MAX_CODE_BATCH = 200;
