/** Mini-program lengths as the browser has them: 750 rpx are the screen's width; vh leaves the host's bars out. */
export const toBrowserUnits = (value: string): string =>
  value
    .replace(/(-?[\d.]+)rpx/g, (_all, amount: string) => `${Number((Number(amount) / 7.5).toFixed(5))}vw`)
    .replace(/(-?[\d.]+)vh\b/g, (_all, amount: string) => `calc(${amount} * var(--mp-vh))`);
