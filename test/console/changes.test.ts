import { changesBetween } from '../../console/src/layouts/draft/changes';
import { newBlock, type DraftBlock, type DraftDocument } from '../../console/src/layouts/draft/blocks';

const heading = (id: string, title: string, more: object = {}): DraftBlock => ({
  ...newBlock('heading'),
  id,
  props: { title, link: { type: 'none' }, ...more },
});
const page = (...blocks: DraftBlock[]): DraftDocument => ({ contract: 1, page: 'home', title: '首页', blocks });

describe('what changed between two versions', () => {
  test('is told by block id: one moved block is one move, not a removed and an added one', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => heading(id, id)) as [
      DraftBlock,
      DraftBlock,
      DraftBlock,
      DraftBlock,
    ];
    expect(changesBetween(page(a, b, c, d), page(d, a, b, c))).toEqual([
      { is: 'moved', blockId: 'd', title: '标题栏', where: '第 4 块 → 第 1 块', fields: [] },
    ]);
    expect(changesBetween(page(a, b, c), page(a, c, d))).toEqual([
      { is: 'added', blockId: 'd', title: '标题栏', where: '第 3 块', fields: [] },
      { is: 'removed', blockId: 'b', title: '标题栏', where: '原第 2 块', fields: [] },
    ]);
  });

  test('names the field in words, down to an item of a list', () => {
    const banner = (title: string, seconds?: number): DraftBlock => ({
      ...newBlock('banner'),
      id: 'banner',
      props: { items: [{ title, link: { type: 'none' } }], ...(seconds && { seconds }) },
    });
    const [change] = changesBetween(page(banner('秋茶开仓')), page(banner('霜降收柿', 4)));
    expect(change).toMatchObject({ is: 'changed', title: '轮播图' });
    expect(change!.fields).toEqual([
      { field: '图片 第 1 项 标题', before: '秋茶开仓', after: '霜降收柿' },
      { field: '几秒换一张', before: '5', after: '4' },
    ]);
  });

  test('a default that is now written out changes nothing, and neither does the order of properties', () => {
    const before = page(heading('a', '上新'));
    const after = page(heading('a', '上新', { subtitle: '' }));
    expect(changesBetween(before, after)).toEqual([]);
    const { props, ...rest } = before.blocks[0]!;
    expect(changesBetween(before, page({ props, ...rest } as DraftBlock))).toEqual([]);
  });

  test('says where a link led and leads, and what the page itself is called', () => {
    const before = page(heading('a', '上新', { link: { type: 'page', to: 'cart' } }));
    const after = { ...page(heading('a', '上新', { link: { type: 'campaign', slug: 'frost' } })), title: '新首页' };
    expect(changesBetween(before, after).map(({ title, fields }) => [title, fields])).toEqual([
      ['页面设置', [{ field: '标题', before: '首页', after: '新首页' }]],
      ['标题栏', [{ field: '跳转', before: '购物袋', after: '活动 · frost' }]],
    ]);
  });

  test('products and categories are called by their names where these are known', () => {
    const linked = (link: object) => page(heading('a', '上新', { link }));
    const names = { product: (id: string) => ({ '7': '柿饼' })[id], category: () => '茶器' };
    const said = (before: object, after: object) =>
      changesBetween(linked(before), linked(after), names)[0]!.fields.map((field) => [field.before, field.after]);
    expect(said({ type: 'product', productId: '7' }, { type: 'category', slug: 'tea' })).toEqual([
      ['商品 · 柿饼', '分类 · 茶器'],
    ]);
    expect(said({ type: 'product', productId: '7' }, { type: 'product', productId: '8' })).toEqual([
      ['商品 · 柿饼', '商品 · 8'],
    ]);
  });

  test('a block of an unknown kind that changed is told, though not how', () => {
    const strange = (props: object): DraftBlock => ({ id: 'x', kind: 'hologram', v: 7, props: { ...props } });
    expect(changesBetween(page(strange({ a: 1 })), page(strange({ a: 2 })))).toMatchObject([
      { is: 'changed', title: '「hologram」区块' },
    ]);
    expect(changesBetween(page(strange({ a: 1 })), page(strange({ a: 1 })))).toEqual([]);
  });
});
