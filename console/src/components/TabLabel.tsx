/** The name of a tab with how many wait there; nothing for none. */
export function TabLabel({ name, count = 0, isHot }: { name: string; count?: number | undefined; isHot?: boolean }) {
  return (
    <>
      {name}
      {count > 0 && <span className={`tab-count num ${isHot ? 'hot' : ''}`}>{count.toLocaleString('zh-CN')}</span>}
    </>
  );
}
