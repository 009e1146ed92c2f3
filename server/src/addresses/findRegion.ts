import { childrenOf, REGIONS, type Region } from './regions';

/** Where in a text a region stands, and which one it is. `end` is exclusive. */
export interface FoundRegion {
  start: number;
  end: number;
  province: string;
  city: string;
  district: string;
}

interface Match {
  region: Region;
  end: number;
  isShort: boolean;
}

const PEOPLES =
  '(?:各族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|' +
  '佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族|怒族|' +
  '保安族|裕固族|独龙族|塔吉克族?)';
const AUTONOMOUS = new RegExp(`${PEOPLES}+(?:自治州|自治县|自治旗|自治区)$`);
const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|街道|省|市|区|县|旗|盟|镇)$/;
/** What people write after a short name although it is not the official word: 广西省, 恩施州, 南城区. */
const LOOSE_SUFFIX = { province: /^[省市区]/, city: /^[市州]/, district: /^[市区县镇]/ } as const;
type Level = keyof typeof LOOSE_SUFFIX;
/** After a short name these make it the name of a street: 南京东路, 建德路. */
const STREET = /^(?:[东西南北中新老]?[大小]?[一二三四五六七八九十]?[路街道巷弄里桥门站]|[镇乡村])/;
/** What may stand between the levels. */
const GAP = /^[\s,，、;；/|\\>·。-]*/;
/** Levels that say nothing: 北京市 市辖区 朝阳区. */
const EMPTY_LEVEL = /^(?:市辖区|县(?=[\s,，/-])|省直辖县级行政区划|省直辖县|自治区直辖县级行政区划)/;
/** `中国浙江省` */
const COUNTRY = /^(?:中国|中华人民共和国)/;

/** The name without what says how high it stands: `内蒙古`, `恩施`, `西湖`. Null when it would be a single character. */
function shortName(name: string): string | null {
  const short = /^(内蒙古|广西|宁夏|新疆|西藏)/.exec(name)?.[1] ?? name.replace(AUTONOMOUS, '').replace(SUFFIX, '');
  return short.length >= 2 && short !== name ? short : null;
}

interface Word {
  text: string;
  isShort: boolean;
  region: Region;
}

/** Words of some regions by their first character, long ones first. */
function wordIndex(regions: readonly Region[]): Map<string, Word[]> {
  const index = new Map<string, Word[]>();
  for (const region of regions) {
    const short = shortName(region.name);
    for (const word of [
      { text: region.name, isShort: false, region },
      ...(short === null ? [] : [{ text: short, isShort: true, region }]),
    ]) {
      index.set(word.text[0]!, [...(index.get(word.text[0]!) ?? []), word]);
    }
  }
  for (const words of index.values()) words.sort((a, b) => b.text.length - a.text.length);
  return index;
}

const provinces = new Map(childrenOf('').map((region) => [region.code, region]));
const cities = REGIONS.filter(({ parent }) => provinces.has(parent));
const isCity = new Set(cities.map(({ code }) => code));
const districts = REGIONS.filter(({ parent }) => isCity.has(parent));
const WORDS = { province: wordIndex(childrenOf('')), city: wordIndex(cities), district: wordIndex(districts) };
const byCode = new Map(REGIONS.map((region) => [region.code, region]));

/** Every region of a level that stands at a place of the text and passes. */
function matchesAt(level: Level, text: string, at: number, isWanted: (region: Region) => boolean): Match[] {
  return (WORDS[level].get(text[at] ?? '') ?? []).flatMap(({ text: word, isShort, region }): Match[] => {
    if (!isWanted(region) || !text.startsWith(word, at)) return [];
    const after = at + word.length;
    if (!isShort) return [{ region, end: after, isShort }];
    const rest = text.slice(after, after + 20);
    if (LOOSE_SUFFIX[level].test(rest)) return [{ region, end: after + 1, isShort }];
    // 朝阳区 is not the city 朝阳
    if (level === 'city' && /^[区县旗]/.test(rest)) return [];
    const goesOn = childrenOf(region.code).some(({ name }) => rest.startsWith(name));
    return STREET.test(rest) && !goesOn ? [] : [{ region, end: after, isShort }];
  });
}

/** The one that is meant, or nothing when it may be several: the longest, and in full before shortened. */
function onlyOne(matches: Match[]): Match | undefined {
  const end = Math.max(...matches.map((match) => match.end));
  const longest = matches.filter((match) => match.end === end);
  const whole = longest.filter(({ isShort }) => !isShort);
  const [first, ...others] = whole.length > 0 ? whole : longest;
  return others.every(({ region }) => region === first!.region) ? first : undefined;
}

function skip(text: string, at: number): number {
  let here = at + GAP.exec(text.slice(at, at + 20))![0].length;
  const empty = EMPTY_LEVEL.exec(text.slice(here, here + 20))?.[0].length ?? 0;
  if (empty > 0) here += empty + GAP.exec(text.slice(here + empty, here + empty + 20))![0].length;
  return here;
}

/** Before a place that begins a sentence of its own: the start, a separator, or one of the reader's marks. */
const BOUNDARY = /^$|[\s,，、;；:：。\ue000-\uf8ff]$/;

/** Reads province, city and district from one place on; undefined when no region stands there for sure. */
function readAt(text: string, start: number): (FoundRegion & { levels: number }) | undefined {
  let end = start + (COUNTRY.exec(text.slice(start, start + 8))?.[0].length ?? 0);
  const taken: Match[] = [];
  const take = (level: Level, isWanted: (region: Region) => boolean): Region | undefined => {
    const match = onlyOne(matchesAt(level, text, taken.length === 0 ? end : skip(text, end), isWanted));
    // a district alone must be written out: 王五 is also the start of 王五镇
    if (!match || (level === 'district' && taken.length === 0 && match.isShort)) return undefined;
    end = match.end;
    taken.push(match);
    return match.region;
  };

  let province = take('province', () => true);
  let city = take('city', (region) => !province || region.parent === province.code);
  province ??= city && provinces.get(city.parent);
  // a municipality is its own city, written or not
  const single = province && !city ? childrenOf(province.code) : [];
  if (single.length === 1) city = single[0];
  const district = take('district', ({ parent }) => {
    if (city) return parent === city.code;
    return !province || byCode.get(parent)!.parent === province.code;
  });
  city ??= district && byCode.get(district.parent);
  province ??= city && provinces.get(city.parent);
  if (!province || taken.length === 0) return undefined;
  if (taken.length === 1 && taken[0]!.isShort && !BOUNDARY.test(text.slice(Math.max(0, start - 1), start)))
    return undefined;
  const names = { province: province.name, city: city?.name ?? '', district: district?.name ?? '' };
  return { start, end, levels: taken.length, ...names };
}

/** The region that a text names most exactly, wherever it stands; the first of several. Linear in the text's length. */
export function findRegion(text: string): FoundRegion | undefined {
  let best: ReturnType<typeof readAt>;
  for (let start = 0; start < text.length; start++) {
    const found = readAt(text, start);
    if (found && found.levels > (best?.levels ?? 0)) best = found;
  }
  return best;
}
