/** The super-apps we run in, and the web page. The same four words on both sides and in the data. */
export const PLATFORMS = ['weapp', 'alipay', 'tt', 'h5'] as const;
export type Platform = (typeof PLATFORMS)[number];
