import { FIRST_RULES, type Rules } from '../../src/attribution/rules';
import type { Entry, Log, Merge } from '../../src/attribution/log';
import { addGuide, addPerson, type CustomerRow, type Guide } from './attribution';
import { addStore } from './shopRules';
import type { TestApp } from './testApp';

export interface OrderFacts {
  /** Who placed it, by their place in `people`. */
  person: number;
  orderId: string;
  placedAt: Date;
  totalFen: number;
  paidAt: Date | null;
  backFen: number;
}

/** The shop, and beside it what the test itself knows to have happened. */
export interface Scene {
  shop: TestApp;
  clock: { now: number; pass(ms: number): void };
  people: string[];
  /** Who each of the people is by now. */
  roots: number[];
  guides: Guide[];
  /** Where each guide works, when that is one store. */
  workplaces: (string | null)[];
  codeStores: (string | null)[];
  /** Whose each code is by now. */
  holders: number[];
  isActive: boolean[];
  rules: Rules[];
  entries: Entry[];
  merges: Merge[];
  orders: OrderFacts[];
  scans: number;
  /** With whom somebody was at a moment, as it was written down then. */
  seen: { userId: string; at: Date; row: CustomerRow | undefined }[];
}

/** Four people, one of whom is the first of three guides. */
export async function newScene(shop: TestApp, clock: Scene['clock']): Promise<Scene> {
  const people: string[] = [];
  for (let nth = 0; nth < 4; nth++) people.push(await addPerson(shop));
  const [south, north] = [await addStore(shop.ctx, { name: '南' }), await addStore(shop.ctx, { name: '北' })];
  const guides = [
    await addGuide(shop, { userId: people[0]!, storeIds: [south, north], codeStoreId: south }),
    await addGuide(shop, { storeIds: [north] }),
    await addGuide(shop),
  ];
  return {
    shop,
    clock,
    people,
    roots: [0, 1, 2, 3],
    guides,
    workplaces: [null, north, null],
    codeStores: [south, null, null],
    holders: [0, 1, 2],
    isActive: [true, true, true],
    rules: [FIRST_RULES],
    entries: [],
    merges: [],
    orders: [],
    scans: 0,
    seen: [],
  };
}

/** The number by which one of the people goes now. */
export const numberOf = ({ people, roots }: Scene, nth: number): string => people[roots[nth]!]!;
export const alive = (scene: Scene): string[] => [...new Set(scene.roots)].map((root) => scene.people[root]!);
/** The person is the guide themself. */
export const isSelf = (scene: Scene, nth: number, userId: string): boolean =>
  nth === 0 && numberOf(scene, 0) === userId;

export function note(scene: Scene, userId: string, kind: Entry['kind'], changes: Partial<Entry>): void {
  scene.entries.push({
    // written one after the other
    touchId: String(scene.entries.length + 1),
    originUserId: userId,
    kind,
    employeeId: null,
    fromEmployeeId: null,
    byEmployeeId: null,
    storeId: null,
    token: null,
    orderId: null,
    isOwn: false,
    at: new Date(scene.clock.now),
    ...changes,
  });
}

/** What is in the log of whoever goes by a number now. */
const entriesOf = (scene: Scene, userId: string): Entry[] => {
  const numbers = scene.people.filter((_, nth) => numberOf(scene, nth) === userId);
  return scene.entries.filter(({ originUserId }) => numbers.includes(originUserId));
};

export const isKnown = (scene: Scene, userId: string): boolean =>
  entriesOf(scene, userId).some(({ kind }) => kind === 'scan');

/** The person has something of the employee's that was not taken away since by one of these kinds. */
export function hasOf(scene: Scene, userId: string, employeeId: string, enders: readonly Entry['kind'][]): boolean {
  const entries = entriesOf(scene, userId);
  const last = entries.findLastIndex(
    (entry) => (entry.kind === 'scan' || entry.kind === 'hand_over') && entry.employeeId === employeeId,
  );
  const isEnd = (entry: Entry) =>
    enders.includes(entry.kind) && (entry.kind === 'left' ? entry.employeeId : entry.fromEmployeeId) === employeeId;
  return last >= 0 && !entries.slice(last + 1).some(isEnd);
}

export const logOf = ({ entries, merges }: Scene): Log => ({ entries, merges });
