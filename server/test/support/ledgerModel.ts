/** Every clause of the ledger once more, in the plainest way: lists of lots and of transfers, and nothing kept twice. */
export interface Lot {
  /** The order in which they were made. */
  nth: number;
  amount: number;
  left: number;
  expiresAt: number | null;
  by: Transfer;
}

type Account = 'available' | 'frozen' | 'issued' | 'spent' | 'expired' | 'taken';

interface Transfer {
  kind: string;
  ref: string;
  parts: { lot: Lot; from: Account; to: Account; amount: number }[];
  source?: Transfer;
  asked: number;
}

export interface Person {
  lots: Lot[];
  transfers: Transfer[];
}

export const newPerson = (): Person => ({ lots: [], transfers: [] });

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const lasts = (lot: Lot) => lot.expiresAt ?? Infinity;
const firstExpiring = (a: Lot, b: Lot) => (lasts(a) === lasts(b) ? a.nth - b.nth : lasts(a) - lasts(b));
const find = (person: Person, kind: string, ref: string) =>
  person.transfers.find((one) => one.kind === kind && one.ref === ref);

export const available = (person: Person) => sum(person.lots.map((lot) => lot.left));
export const frozen = (person: Person) => inAccount(person.transfers, 'frozen');
const inAccount = (transfers: Transfer[], account: Account, lot?: Lot) =>
  sum(
    transfers
      .flatMap((one) => one.parts)
      .filter((part) => !lot || part.lot === lot)
      .map((part) => (part.to === account ? part.amount : 0) - (part.from === account ? part.amount : 0)),
  );

function note(person: Person, transfer: Transfer): void {
  person.transfers.push(transfer);
  for (const { lot, from, to, amount } of transfer.parts) {
    if (from === 'available') lot.left -= amount;
    if (to === 'available') lot.left += amount;
  }
}

/** So much from these lots, in this order. */
function pick(lots: { lot: Lot; has: number }[], most: number) {
  let wanted = most;
  return lots.flatMap(({ lot, has }) => {
    const amount = Math.min(has, wanted);
    wanted -= amount;
    return amount > 0 ? [{ lot, amount }] : [];
  });
}

let lots = 0;

export function credit(person: Person, ref: string, amount: number, expiresAt: number | null): boolean {
  if (find(person, 'credit', ref)) return false;
  const transfer: Transfer = { kind: 'credit', ref, parts: [], asked: amount };
  const lot: Lot = { nth: ++lots, amount, left: 0, expiresAt, by: transfer };
  person.lots.push(lot);
  transfer.parts.push({ lot, from: 'issued', to: 'available', amount });
  note(person, transfer);
  return true;
}

export function take(person: Person, kind: 'freeze' | 'spend', ref: string, amount: number, now: number) {
  if (find(person, kind, ref)) return false;
  const alive = person.lots.filter((lot) => lasts(lot) > now).sort(firstExpiring);
  const picked = pick(
    alive.map((lot) => ({ lot, has: lot.left })),
    amount,
  );
  if (sum(picked.map((part) => part.amount)) < amount) return 'not_enough';
  const to = kind === 'freeze' ? 'frozen' : 'spent';
  note(person, { kind, ref, asked: amount, parts: picked.map((part) => ({ ...part, from: 'available', to })) });
  return true;
}

export function moveHeld(
  person: Person,
  {
    kind,
    ref,
    of,
    from,
    to,
    most,
  }: Pick<Transfer, 'kind' | 'ref'> & { of: string; from: Account; to: Account } & {
    most: number;
  },
): number {
  const source = find(person, of === 'spend' ? 'spend' : of, ref.split(':')[0]!);
  if (!source || find(person, kind, ref)) return 0;
  const family = person.transfers.filter((one) => one === source || one.source === source);
  const held = person.lots
    .map((lot) => ({ lot, has: inAccount(family, from, lot) }))
    .filter(({ has }) => has > 0)
    .sort((a, b) => firstExpiring(b.lot, a.lot));
  const parts = pick(held, most).map((part) => ({ ...part, from, to }));
  const amount = sum(parts.map((part) => part.amount));
  if (amount > 0) note(person, { kind, ref, source, asked: amount, parts });
  return amount;
}

export function takeBack(person: Person, event: string, ref: string, amount: number) {
  const source = find(person, 'credit', event);
  if (!source || find(person, 'take_back', ref)) return { taken: 0, short: 0 };
  const before = person.transfers.filter((one) => one.source === source && one.kind === 'take_back');
  const owed = Math.min(amount, source.asked - sum(before.map((one) => one.asked)));
  if (owed <= 0) return { taken: 0, short: 0 };
  const own = person.lots.filter((lot) => lot.by === source);
  const others = person.lots.filter((lot) => lot.by !== source).sort(firstExpiring);
  const picked = pick(
    [...own, ...others].map((lot) => ({ lot, has: lot.left })),
    owed,
  );
  const taken = sum(picked.map((part) => part.amount));
  const parts = picked.map((part) => ({ ...part, from: 'available' as const, to: 'taken' as const }));
  note(person, { kind: 'take_back', ref, source, asked: owed, parts });
  return { taken, short: owed - taken };
}

export function expire(person: Person, now: number): number {
  const due = person.lots.filter((lot) => lot.left > 0 && lasts(lot) <= now);
  const parts = due.map((lot) => ({ lot, from: 'available' as const, to: 'expired' as const, amount: lot.left }));
  if (parts.length > 0) note(person, { kind: 'expire', ref: `#${person.transfers.length}`, asked: 0, parts });
  return sum(parts.map((part) => part.amount));
}

/** What both had under one name is still in the history, and counts once from then on. */
export function merge(from: Person, into: Person): void {
  for (const transfer of from.transfers) {
    if (find(into, transfer.kind, transfer.ref)) transfer.ref = `${transfer.ref}@${into.transfers.length}`;
    into.transfers.push(transfer);
  }
  into.lots.push(...from.lots.splice(0));
  from.transfers.length = 0;
}
