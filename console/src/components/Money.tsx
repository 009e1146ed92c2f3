/** Fen as yuan: tabular figures, a smaller sign. */
export function Money({ fen, isStrong }: { fen: number; isStrong?: boolean }) {
  const yuan = (Math.abs(fen) / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });
  return (
    <span className={`num ${isStrong ? 'b' : ''}`}>
      <i className="yen">{fen < 0 ? '−¥' : '¥'}</i>
      {yuan}
    </span>
  );
}
