import { readHtml, type RichNode } from '@/components/readHtml';

const read = (html: string) => readHtml(html, (name) => name);

/** Back to HTML, to compare at a glance. */
function write(nodes: RichNode[]): string {
  return nodes
    .map((node) =>
      'text' in node
        ? node.text
        : `<${node.name}${node.attrs.src ? ` src=${node.attrs.src}` : ''}>${write(node.children)}</${node.name}>`,
    )
    .join('');
}

it('keeps paragraphs, emphasis, lists and their words', () => {
  expect(write(read('<p>出水<strong>利落</strong></p>\n<ul><li>一</li><li>二</li></ul>'))).toBe(
    '<p>出水<strong>利落</strong></p><ul><li>一</li><li>二</li></ul>',
  );
});

it('gives each tag the class of its kind', () => {
  expect(read('<h3>规格</h3>')).toEqual([
    { name: 'h3', attrs: { class: 'h' }, children: [{ type: 'text', text: '规格' }] },
  ]);
});

it('drops scripts with their words, and unknown tags without theirs', () => {
  expect(write(read('<script>alert(1)</script><marquee>快看</marquee><style>p{}</style>'))).toBe('快看');
});

it('lets no handler, style or link through', () => {
  const [node] = read('<p onclick="x()" style="position:fixed" id="a">字</p>');
  expect(node).toEqual({ name: 'p', attrs: { class: 'p' }, children: [{ type: 'text', text: '字' }] });
  expect(write(read('<a href="javascript:x()">点我</a>'))).toBe('点我');
});

it('shows pictures of https and of our own assets only', () => {
  expect(write(read('<img src="/assets/a.jpg"><img src="https://a.example/b.jpg"/>'))).toBe(
    '<img src=/assets/a.jpg></img><img src=https://a.example/b.jpg></img>',
  );
  expect(
    read('<img src="javascript:x()"><img src="http://a.example/b.jpg"><img src="data:image/svg+xml,x"><img>'),
  ).toEqual([]);
});

it('is not fooled by a > inside an attribute', () => {
  expect(write(read('<p title="a>b<script>">字</p>'))).toBe('<p>字</p>');
});

it('reads entities as text, so that escaped tags stay words', () => {
  expect(write(read('<p>&lt;b&gt; 5&nbsp;&amp;&#39;&#x4e00;</p>'))).toBe("<p><b> 5\u00a0&'一</p>");
});

it('survives tags that are never closed or never opened', () => {
  expect(write(read('<p>一<strong>二</p></div>三<'))).toBe('<p>一<strong>二</strong></p>三<');
});

it('reads nothing as nothing', () => {
  expect(read('')).toEqual([]);
  expect(read('\n  \n')).toEqual([]);
});
