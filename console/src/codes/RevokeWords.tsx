/** What becomes of a code that is revoked, also of one on paper. */
export function RevokeWords() {
  return (
    <ul className="plain-points">
      <li>已经印出去的还在，扫的人会看到“这个码停用了”，可以接着逛店，但到不了原来的地方。</li>
      <li>从此不再记来访，也不再把人算给导购；已经记下的顾客和成交不变。</li>
      <li>不能恢复，要用就重新建、重新印。</li>
    </ul>
  );
}
