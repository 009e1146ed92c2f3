const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** `share` of the second colour in the first. Browsers of our list know no `color-mix`. */
export function mix(hex: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(hex).map((value, index) => Math.round(value + (others[index]! - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** White reads better on it than black. */
export function isDark(hex: string): boolean {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18;
}
