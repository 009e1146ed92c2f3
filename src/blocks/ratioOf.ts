/** The height that keeps a picture's place before it is there, as a share of the width. */
export function ratioOf({ width, height }: { width: number; height: number }): string {
  return `${Math.round((height / width) * 10_000) / 100}%`;
}
