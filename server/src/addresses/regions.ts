import { areaList } from '@vant/area-data';

/** A province, city or district: its GB/T 2260 code, its name as couriers write it, and the code it belongs to. */
export interface Region {
  code: string;
  name: string;
  /** Empty for a province. */
  parent: string;
}

const { province_list: provinces, city_list: cities, county_list: districts } = areaList;

/** `429000 省直辖县`: no place, only the standard's shelf for cities and counties that stand beside the others. */
const SHELF = /^(省直辖县|自治区直辖县级行政区划)$/;
/** `500200 县` is the rest of 重庆市; nobody writes it into an address. */
const REST_OF_CITY: Record<string, string> = { 500200: '500100' };
/** A name that says nothing. */
const EMPTY = '市辖区';

function readRegions(): Region[] {
  const regions: Region[] = Object.entries(provinces).map(([code, name]) => ({ code, name, parent: '' }));
  const province = (code: string) => `${code.slice(0, 2)}0000`;
  for (const [code, name] of Object.entries(cities)) {
    if (!SHELF.test(name) && !REST_OF_CITY[code]) regions.push({ code, name, parent: province(code) });
  }
  for (const [code, name] of Object.entries(districts)) {
    const city = `${code.slice(0, 4)}00`;
    const isOnShelf = SHELF.test(cities[city] ?? '');
    if (name !== EMPTY) regions.push({ code, name, parent: isOnShelf ? province(code) : (REST_OF_CITY[city] ?? city) });
  }
  return regions;
}

/** Every region, parents before their children. */
export const REGIONS: readonly Region[] = readRegions();

const byParent = new Map<string, Region[]>();
for (const region of REGIONS) byParent.set(region.parent, [...(byParent.get(region.parent) ?? []), region]);
for (const list of byParent.values()) list.sort((a, b) => (a.code < b.code ? -1 : 1));

/** What lies right below a region, in the order of the codes: the provinces for an empty code, nothing for a district. */
export function childrenOf(code: string): readonly Region[] {
  return byParent.get(code) ?? [];
}

/** The children as the region sheet shows them; `isLast` when there is nothing below. */
export function listRegions(parent: string): { code: string; name: string; isLast: boolean }[] {
  return childrenOf(parent).map(({ code, name }) => ({ code, name, isLast: childrenOf(code).length === 0 }));
}
