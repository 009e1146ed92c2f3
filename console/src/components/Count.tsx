/** A number of things. */
export function Count({ value }: { value: number }) {
  return <span className="num">{value.toLocaleString('zh-CN')}</span>;
}
