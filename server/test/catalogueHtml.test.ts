import { sanitiseHtml } from '../src/products/sanitiseHtml';

describe('a description', () => {
  it.each([
    ['a script', '<p>好<script>alert(1)</script></p>', '<p>好</p>'],
    ['an event handler', '<p onclick="x()">好</p>', '<p>好</p>'],
    ['styles and classes', '<p style="position:fixed" class="a" id="b">好</p><style>p{}</style>', '<p>好</p>'],
    ['a picture with a handler', '<img src="https://a.cn/1.jpg" onerror="x()">', '<img src="https://a.cn/1.jpg" />'],
    ['a picture from a script', '<p>好<img src="javascript:alert(1)"></p>', '<p>好</p>'],
    ['a picture as data', '<p>好<img src="data:image/svg+xml,<svg onload=x()>"></p>', '<p>好</p>'],
    ['a picture over http', '<p>好<img src="http://a.cn/1.jpg"></p>', '<p>好</p>'],
    ['a protocol-relative picture', '<p>好<img src="//a.cn/1.jpg"></p>', '<p>好</p>'],
    ['a frame', '<p>好</p><iframe src="https://a.cn"></iframe>', '<p>好</p>'],
    ['a link', '<p><a href="https://a.cn">去看</a></p>', '<p>去看</p>'],
    ['a form', '<form action="https://a.cn"><input name="x"><p>好</p></form>', '<p>好</p>'],
    ['an svg', '<svg><script>x()</script></svg><p>好</p>', '<p>好</p>'],
    ['a broken tag', '<p>好<img src=x onerror=alert(1)//', '<p>好</p>'],
    ['a comment that hides a tag', '<p>好</p><!--><img src=x onerror=x()>-->', '<p>好</p>--&gt;'],
  ])('loses %s', (_what, html, clean) => {
    expect(sanitiseHtml(html)).toBe(clean);
  });

  it('keeps paragraphs, lists, headings, tables and own pictures', () => {
    const html =
      '<h2>材质</h2><p><strong>棉</strong>，<em>软</em><br />白</p><ul><li>一</li></ul>' +
      '<table><tbody><tr><td colspan="2">大</td></tr></tbody></table><img src="/assets/1.jpg" alt="图" />';
    expect(sanitiseHtml(html)).toBe(html);
  });

  it('gives blocks of other kinds their own paragraphs, so that words do not run together', () => {
    expect(sanitiseHtml('<div>一</div><div><div>二</div><p>三</p></div>')).toBe('<p>一</p><p>二</p><p>三</p>');
    expect(sanitiseHtml('<h1>题</h1>')).toBe('<h2>题</h2>');
  });

  it('turns plain text into paragraphs', () => {
    expect(sanitiseHtml(' 第一段 3 < 5 & 6\n\n第二段 ')).toBe('<p>第一段 3 &lt; 5 &amp; 6</p><p>第二段</p>');
    expect(sanitiseHtml('  ')).toBe('');
  });
});
