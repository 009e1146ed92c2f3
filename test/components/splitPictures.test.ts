import { readHtml } from '@/components/readHtml';
import { splitPictures } from '@/components/splitPictures';

const split = (html: string) =>
  splitPictures(readHtml(html, () => undefined)).map((part) =>
    part.kind === 'picture'
      ? part.src
      : JSON.stringify(part.nodes)
          .match(/(?<="text":")[^"]+/g)!
          .join('|'),
  );

test('pictures stand between the words in their order, out of the paragraphs that held them', () => {
  expect(
    split(
      '<p>一</p><p>二<img src="/assets/a.jpg">三</p><img src="/assets/b.jpg"><p><img src="/assets/c.jpg"></p><p>四</p>',
    ),
  ).toEqual(['一|二', '/assets/a.jpg', '三', '/assets/b.jpg', '/assets/c.jpg', '四']);
});

test('words without pictures stay one node for the host', () => {
  expect(split('<p>一</p><ul><li>二</li></ul><p>三</p>')).toEqual(['一|二|三']);
});

test('lists and tables stay whole, their pictures with them', () => {
  expect(splitPictures(readHtml('<ul><li>一<img src="/assets/a.jpg"></li></ul>', () => undefined))).toHaveLength(1);
});

test('empty paragraphs around a picture leave nothing', () => {
  expect(split('<p><br><img src="/assets/a.jpg"><br></p>')).toEqual(['/assets/a.jpg']);
});
