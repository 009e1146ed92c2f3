import { draftOf, newDraft, type Draft } from '../../console/src/products/draft';
import { mergeDrafts } from '../../console/src/products/mergeDrafts';
import { partsChanged } from '../../console/src/products/partsChanged';
import { arrange, blankRow } from '../../console/src/products/skuMatrix';

const SIZE = { name: '容量', values: ['小', '大'] };
const base: Draft = {
  ...newDraft(),
  title: '陶杯',
  vendor: '集市',
  images: [{ url: '/assets/a.jpg', alt: '' }],
  options: [SIZE],
  rows: [
    { ...blankRow(['小']), priceFen: 5900, code: 'S' },
    { ...blankRow(['大']), priceFen: 7900, code: 'L' },
  ],
};
const cells = ({ rows }: Draft) =>
  rows.map(({ values, priceFen, code, isOn }) => [values.join('/'), priceFen, code, isOn]);
const withRow = (draft: Draft, at: number, changes: Partial<Draft['rows'][number]>): Draft => ({
  ...draft,
  rows: draft.rows.map((row, index) => (index === at ? { ...row, ...changes } : row)),
});

test('what two people changed in different places is all there, and of one place mine stays', () => {
  const mine = withRow({ ...base, title: '我的陶杯', facts: [{ name: '产地', value: '德化' }] }, 0, { priceFen: 6100 });
  const theirs = withRow({ ...base, title: '对方的陶杯', vendor: '窑口' }, 0, { code: 'S-2' });
  const merged = mergeDrafts(base, mine, theirs);
  expect(merged).toMatchObject({ title: '我的陶杯', vendor: '窑口', facts: [{ name: '产地', value: '德化' }] });
  expect(cells(merged)).toEqual([
    ['小', 6100, 'S-2', true],
    ['大', 7900, 'L', true],
  ]);
});

test('nothing changed by me is theirs, nothing changed by them is mine', () => {
  const other = withRow({ ...base, title: '另一个', tags: ['新品'] }, 1, { priceFen: null, isOn: false });
  expect(mergeDrafts(base, base, other)).toEqual(other);
  expect(mergeDrafts(base, other, base)).toEqual({ ...other, handle: base.handle });
});

test('a price typed before the other one added an option value keeps its row', () => {
  const wider = [{ name: '容量', values: ['小', '大', '特大'] }];
  const theirs: Draft = { ...base, options: wider, rows: arrange(wider, base.rows) };
  const mine = withRow(base, 1, { priceFen: 8800 });
  expect(cells(mergeDrafts(base, mine, theirs))).toEqual([
    ['小', 5900, 'S', true],
    ['大', 8800, 'L', true],
    ['特大', null, '', true],
  ]);
  // the other way round: my options stand, with the price that they typed
  expect(cells(mergeDrafts(base, theirs, mine))).toEqual(cells(mergeDrafts(base, mine, theirs)));
});

test('a row of mine stands on what the server now knows of its SKU', () => {
  const sku = (id: string) => ({ id, imageUrl: `/assets/${id}.jpg` }) as Draft['rows'][number]['known'];
  const known = withRow(base, 0, { known: sku('1') });
  const theirs = withRow(known, 0, { known: sku('2') });
  const merged = mergeDrafts(known, withRow(known, 0, { priceFen: 1 }), theirs);
  expect(merged.rows[0]).toMatchObject({ priceFen: 1, known: { id: '2' } });
});

test('what they changed is told part by part in words, and where both did, mine stands beside it', () => {
  const mine = withRow({ ...base, title: '我的陶杯', vendor: '只有我改' }, 0, { priceFen: 6100 });
  const theirs = withRow(
    { ...base, title: '对方的陶杯', categoryIds: ['7'], images: [{ url: '/assets/b.jpg', alt: '' }] },
    1,
    { isOn: false },
  );
  const said = partsChanged(base, mine, theirs, () => '茶器');
  expect(said.map(({ name, before, theirs: now, mine: own }) => [name, before?.words, now?.words, own?.words])).toEqual(
    [
      ['名称', '陶杯', '对方的陶杯', '我的陶杯'],
      ['分类', '', '茶器', undefined],
      ['大 售卖', '卖', '不卖', undefined],
      ['图片', '', '', undefined],
    ],
  );
  expect(said.find(({ name }) => name === '图片')!.theirs.pictures).toEqual(['/assets/b.jpg']);
});

test('a product that came back as it was sent has no changes to tell', () => {
  const product = { ...base, skus: [], video: null } as unknown as Parameters<typeof draftOf>[0];
  expect(partsChanged(draftOf(product), draftOf(product), draftOf(product), String)).toEqual([]);
});
