import fc from 'fast-check';
import {
  axesOf,
  choose,
  chosenSku,
  matching,
  offerOf,
  openAxes,
  quantityLimit,
  startChoice,
  valuePicture,
  type Choice,
  type Product,
  type Sku,
} from '@/mall/product/chooseSku';

function sku(optionValues: string[], stock: number, extra: Partial<Sku> = {}): Sku {
  return {
    id: optionValues.join('-') || '1',
    optionValues,
    stock,
    priceFen: 10000,
    compareAtFen: null,
    imageUrl: null,
    ...extra,
  };
}

function product(options: Product['options'], skus: Sku[]): Product {
  return {
    id: '1',
    title: '茶壶',
    subtitle: '',
    imageUrl: '/assets/card.jpg',
    priceFen: 10000,
    hasPriceRange: false,
    compareAtFen: null,
    tags: [],
    isSoldOut: false,
    salesCount: 0,
    handle: 'teapot',
    state: 'on_shelf',
    vendor: '',
    images: [{ url: '/assets/first.jpg', alt: '' }],
    options,
    skus,
    descriptionHtml: '',
    categories: [],
    video: null,
    facts: [],
  };
}

const glaze = { name: '釉色', values: ['柿红', '杏白', '竹青'] };
const size = { name: '容量', values: ['120ml', '180ml'] };
const teapot = product(
  [glaze, size],
  [
    sku(['柿红', '120ml'], 3, { priceFen: 12900, imageUrl: '/assets/red.jpg' }),
    sku(['柿红', '180ml'], 9, { priceFen: 15900, compareAtFen: 21900, imageUrl: '/assets/red.jpg' }),
    sku(['杏白', '120ml'], 0, { priceFen: 12900, imageUrl: '/assets/white.jpg' }),
    sku(['竹青', '180ml'], 2, { priceFen: 16900 }),
  ],
);
const stateOf = (item: Product, choice: Choice, value: string) =>
  axesOf(item, choice)
    .flatMap((axis) => axis.values)
    .find((entry) => entry.value === value);

describe('starting', () => {
  it('chooses the value of an axis that has only one', () => {
    expect(startChoice(product([glaze, { name: '配件', values: ['单壶'] }], []))).toEqual([null, '单壶']);
  });

  it('has nothing to choose for a product without options, and finds its one SKU', () => {
    const plain = product([], [sku([], 4)]);
    expect(startChoice(plain)).toEqual([]);
    expect(chosenSku(plain, [])?.id).toBe('1');
  });
});

describe('choosing', () => {
  it('sets a value and clears it at the second tap', () => {
    const once = choose(teapot, [null, null], 0, '柿红');
    expect(once).toEqual(['柿红', null]);
    expect(choose(teapot, once, 0, '柿红')).toEqual([null, null]);
  });

  it('never clears the only value of an axis', () => {
    const single = product([{ name: '配件', values: ['单壶'] }], []);
    expect(choose(single, ['单壶'], 0, '单壶')).toEqual(['单壶']);
  });

  it('names the axes that are still open', () => {
    expect(openAxes(teapot, ['柿红', null])).toEqual(['容量']);
    expect(openAxes(teapot, ['柿红', '180ml'])).toEqual([]);
  });

  it('finds the SKU only when every axis is chosen', () => {
    expect(chosenSku(teapot, ['柿红', null])).toBeNull();
    expect(chosenSku(teapot, ['柿红', '180ml'])?.priceFen).toBe(15900);
  });

  it('finds none for a combination that was never made', () => {
    expect(chosenSku(teapot, ['竹青', '120ml'])).toBeNull();
  });
});

describe('what can be chosen', () => {
  it('disables a value that no SKU combines with the present choice, without calling it missing', () => {
    expect(stateOf(teapot, [null, '120ml'], '竹青')).toMatchObject({ isEnabled: false, isMissing: false });
  });

  it('calls a combination missing that exists and has no stock', () => {
    expect(stateOf(teapot, [null, '120ml'], '杏白')).toMatchObject({ isEnabled: false, isMissing: true });
  });

  it('keeps the other values of the axis in question open', () => {
    expect(stateOf(teapot, ['柿红', '180ml'], '竹青')).toMatchObject({ isEnabled: true });
  });
});

describe('the offer', () => {
  it('shows the lowest price with 起 until the choice settles it', () => {
    expect(offerOf(teapot, [null, null])).toMatchObject({ priceFen: 12900, hasRange: true, stock: 14 });
    expect(offerOf(teapot, ['柿红', '180ml'])).toMatchObject({
      priceFen: 15900,
      hasRange: false,
      compareAtFen: 21900,
      stock: 9,
    });
  });

  it('shows the picture of what is chosen, else the first of the product', () => {
    expect(offerOf(teapot, [null, null]).imageUrl).toBe('/assets/first.jpg');
    expect(offerOf(teapot, ['柿红', null]).imageUrl).toBe('/assets/red.jpg');
    expect(offerOf(teapot, ['竹青', null]).imageUrl).toBe('/assets/first.jpg');
  });

  it('has no stock for a combination that was never made, and falls back to the product’s prices', () => {
    expect(offerOf(teapot, ['竹青', '120ml'])).toMatchObject({ stock: 0, priceFen: 12900 });
  });

  it('gives a value a picture only when all its SKUs agree', () => {
    expect(valuePicture(teapot.skus, 0, '柿红')).toBe('/assets/red.jpg');
    expect(valuePicture(teapot.skus, 1, '120ml')).toBeNull();
    expect(valuePicture(teapot.skus, 0, '竹青')).toBeNull();
  });

  it('limits the quantity by the stock and by 99', () => {
    expect(quantityLimit(sku(['a'], 3))).toBe(3);
    expect(quantityLimit(sku(['a'], 500))).toBe(99);
    expect(quantityLimit(sku(['a'], 0))).toBe(1);
    expect(quantityLimit(null)).toBe(99);
  });
});

/** Up to three axes of up to four values, some of their combinations as SKUs, and a partial choice. */
const cases = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 3 }).chain((sizes) => {
  const options = sizes.map((count, axis) => ({
    name: `轴${axis}`,
    values: Array.from({ length: count }, (_, index) => `${axis}.${index}`),
  }));
  const combinations = options.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  return fc.record({
    options: fc.constant(options),
    skus: fc
      .subarray(combinations)
      .chain((rows) => fc.tuple(...rows.map((row) => fc.integer({ min: 0, max: 3 }).map((stock) => sku(row, stock))))),
    choice: fc.tuple(...options.map(({ values }) => fc.option(fc.constantFrom(...values), { nil: null }))),
  });
});

describe('for any product and any choice', () => {
  it('a value is enabled exactly when some SKU in stock has it and matches the other choices', () => {
    fc.assert(
      fc.property(cases, ({ options, skus, choice }) => {
        axesOf(product(options, skus as Sku[]), choice).forEach(({ values }, axis) => {
          for (const { value, isEnabled, isMissing } of values) {
            const fitting = (skus as Sku[]).filter(
              (candidate) =>
                candidate.optionValues[axis] === value &&
                choice.every(
                  (chosen, other) => other === axis || chosen === null || candidate.optionValues[other] === chosen,
                ),
            );
            expect(isEnabled).toBe(fitting.some(({ stock }) => stock > 0));
            expect(isMissing).toBe(fitting.length > 0 && fitting.every(({ stock }) => stock === 0));
          }
        });
      }),
    );
  });

  it('tapping only enabled values from the start never reaches a combination that cannot be bought', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ options, skus }, taps) => {
        const item = product(options, skus as Sku[]);
        fc.pre(item.skus.some(({ stock }) => stock > 0));
        let choice: Choice = options.map(() => null);
        for (let axis = 0; axis < options.length; axis += 1) {
          const open = axesOf(item, choice)[axis]!.values.filter(({ isEnabled }) => isEnabled);
          expect(open.length).toBeGreaterThan(0);
          choice = choose(item, choice, axis, open[taps.next().value! % open.length]!.value);
        }
        const bought = chosenSku(item, choice);
        expect(bought!.stock).toBeGreaterThan(0);
      }),
    );
  });

  it('the price shown is the lowest among the SKUs that still match', () => {
    fc.assert(
      fc.property(cases, ({ options, skus, choice }) => {
        const priced = (skus as Sku[]).map((entry, index) => ({ ...entry, priceFen: 100 + ((index * 37) % 11) }));
        const left = matching(priced, choice);
        fc.pre(left.length > 0);
        const offer = offerOf(product(options, priced), choice);
        expect(left.every(({ priceFen }) => priceFen >= offer.priceFen)).toBe(true);
        expect(offer.hasRange).toBe(new Set(left.map(({ priceFen }) => priceFen)).size > 1);
      }),
    );
  });
});
