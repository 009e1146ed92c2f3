import type { CatalogueProduct } from '../products/catalogue';

const MOST_FACTS = 20;
const LONGEST = { name: 12, value: 80, url: 500 };

/**
 * Columns that Shopify does not have. A film is not fetched, because it is large and plays from anywhere: its address
 * must be https and end in .mp4.
 */
export function readVideo(url: string, posterUrl: string, faults: string[]): CatalogueProduct['video'] {
  if (url === '') {
    if (posterUrl !== '') faults.push('有视频封面（Video Poster），但没有视频（Video Src）');
    return null;
  }
  if (url.length > LONGEST.url || !/^https:\/\/[^\s/]\S*\.mp4(\?\S*)?$/i.test(url)) {
    faults.push('视频要是 https 开头、.mp4 结尾的地址（Video Src）');
    return null;
  }
  return { url, posterUrl: posterUrl || null };
}

/** `材质：陶土；容量：180ml`, one a line or separated by semicolons. */
export function readFacts(text: string, faults: string[]): NonNullable<CatalogueProduct['facts']> {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > MOST_FACTS) faults.push(`参数太多（${parts.length} 条，至多 ${MOST_FACTS}）（Facts）`);
  return parts.flatMap((part) => {
    const [, name = '', value = ''] = /^([^:：]*)[:：](.*)$/.exec(part) ?? [];
    const fact = { name: name.trim(), value: value.trim() };
    const isGood = fact.name && fact.value && fact.name.length <= LONGEST.name && fact.value.length <= LONGEST.value;
    if (isGood) return [fact];
    const words = part.length > 30 ? `${part.slice(0, 30)}…` : part;
    faults.push(`参数“${words}”要写成“名称：值”，名称至多 ${LONGEST.name} 字，值至多 ${LONGEST.value} 字（Facts）`);
    return [];
  });
}
