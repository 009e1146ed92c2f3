import { confidence } from '../../console/src/layouts/list/confidence';

describe('how sure it is that b sells better than a', () => {
  test('equal shares say nothing for either', () => {
    expect(confidence({ devices: 1000, buyers: 40 }, { devices: 1000, buyers: 40 })).toBeCloseTo(0.5, 6);
  });

  // z = 2.42625; the share below it by the error function
  test('agrees with the textbook', () => {
    expect(confidence({ devices: 4000, buyers: 200 }, { devices: 4000, buyers: 250 })).toBeCloseTo(0.992372, 5);
  });

  test('turned round it is the other way round', () => {
    const a = { devices: 3210, buyers: 117 };
    const b = { devices: 2980, buyers: 131 };
    expect(confidence(a, b)! + confidence(b, a)!).toBeCloseTo(1, 6);
  });

  test('says nothing where too few bought, or too few did not', () => {
    expect(confidence({ devices: 0, buyers: 0 }, { devices: 100, buyers: 10 })).toBeNull();
    expect(confidence({ devices: 1000, buyers: 4 }, { devices: 1000, buyers: 40 })).toBeNull();
    expect(confidence({ devices: 100, buyers: 98 }, { devices: 100, buyers: 50 })).toBeNull();
  });
});
