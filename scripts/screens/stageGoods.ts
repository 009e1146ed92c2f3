/** Words as long as a merchant may write them. */
export const LONG = {
  title: '满觉陇头道桂花龙井窨制红茶礼盒 手工铁罐两只装 附竹制茶则与棉麻茶巾 中秋送长辈 可代写贺卡',
  subtitle: '九月第一拨金桂，清早带露水采，三窨一提；泡开先是花香，后头才是茶，凉了也不涩。',
  options: ['头道金桂窨制 · 二百五十克双罐礼盒装', '银桂 · 一百克试饮装'],
};

const base = (handle: string, title: string, imageUrl: string) => ({
  handle: `stage-${handle}`,
  title,
  state: 'on_shelf',
  categoryIds: [],
  images: [{ url: imageUrl, alt: title }],
});

export function plainProduct(handle: string, title: string, imageUrl: string, stock: number): object {
  return { ...base(handle, title, imageUrl), skus: [{ optionValues: [], priceFen: 6800, stock }] };
}

/** Long title, long options, a five-digit price with cents and a struck one, many tags. */
export function longProduct(imageUrl: string): object {
  return {
    ...base('long', LONG.title, imageUrl),
    subtitle: LONG.subtitle,
    tags: ['新品', '限时满减', '中秋礼盒', '包邮到家'],
    options: [{ name: '规格', values: LONG.options }],
    skus: LONG.options.map((value, index) => ({
      optionValues: [value],
      priceFen: 1_288_850 - index * 1_000_000,
      compareAtFen: 1_599_900 - index * 1_000_000,
      stock: 60,
    })),
    descriptionHtml:
      '<h3>怎么泡</h3><p>三克茶，九十度的水，头一泡十秒出汤。</p><ul><li>铁罐避光存放</li><li>开封后两个月内喝完</li></ul>',
  };
}
