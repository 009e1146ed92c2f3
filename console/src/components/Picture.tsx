/** A small square picture, or the place of one. */
export function Picture({ url, size = 40 }: { url: string | null; size?: number }) {
  if (!url) return <span className="pic none" style={{ width: size, height: size }} aria-hidden />;
  return <img className="pic" src={url} width={size} height={size} alt="" loading="lazy" />;
}
