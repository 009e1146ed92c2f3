import { formatFen } from '@jishi/contract/plain/money';
import type { ShopTerms } from '@/api/shop';
import type { Product } from './chooseSku';

export interface PriceLine {
  name: string;
  /** The number, as it stands on the page. */
  figure: string;
  isStruck?: boolean;
  words: string;
}

/** Every number of the price block with its words, in the order in which they are read. Fen become yuan here. */
export function priceLines(
  product: Pick<Product, 'priceFen' | 'compareAtFen' | 'hasPriceRange' | 'skus'>,
  discounts: ShopTerms['discounts'],
  shipping: string | null,
): PriceLine[] {
  const lines: PriceLine[] = [];
  const { priceFen, compareAtFen } = product;
  const most = product.skus.reduce((max, sku) => Math.max(max, sku.priceFen), priceFen);
  const range = product.hasPriceRange && most > priceFen;
  lines.push({
    name: '售价',
    figure: range ? `¥${shortYuan(priceFen)}–${shortYuan(most)}` : `¥${shortYuan(priceFen)}`,
    words: range ? '各款式价格不同，选好款式就是那一款的价钱。不含运费。' : '现在买的价钱，不含运费。',
  });
  if (compareAtFen !== null && compareAtFen > priceFen) {
    lines.push({
      name: '划线价',
      figure: `¥${shortYuan(compareAtFen)}`,
      isStruck: true,
      words:
        '店家标的参考价，可能是吊牌价、建议零售价，或以前卖过的价，不一定是近期成交价。优惠多少，以结算时的售价为准。',
    });
  }
  for (const { label, fromFen, offFen } of discounts) {
    lines.push({
      name: label,
      figure: `满 ¥${shortYuan(fromFen)} 减 ¥${shortYuan(offFen)}`,
      words:
        discounts.length > 1
          ? '一单的商品金额够了就自动减；够了好几档，只减最多的一档。'
          : '一单的商品金额够了就自动减，可以和别的商品凑。',
    });
  }
  if (shipping)
    lines.push({ name: '运费', figure: shipping.replace(/^运费\s*/, ''), words: '按收货地区和重量算，结算时会列明。' });
  return lines;
}

/** `9900` → `99`: a sum in a sentence needs no zeros. */
export function shortYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}
