import { credit } from '../../src/ledger/credit';
import type { Login, Shopper, TestApp } from './testApp';

export interface MemberClient extends Shopper {
  cardNo: string;
  phone: string;
}

let numbers = 0;
export const newPhone = () => `136${String(++numbers).padStart(8, '0')}`;

/** By the button of the super-app. */
export const provePhone = (shopper: Shopper, phone: string) =>
  shopper.post('/api/phone', { proof: { kind: 'code', code: `fake-${phone}` } });

/** A shopper who has proven a number and opened the card. */
export async function newMember(shop: TestApp, login?: Login, phone = newPhone()): Promise<MemberClient> {
  const shopper = await shop.shopper(login);
  await provePhone(shopper, phone);
  const { body } = await shopper.post('/api/member');
  return { ...shopper, phone, cardNo: body.card.cardNo };
}

let grants = 0;
/** Growth that counts for so many days from now. */
export function giveGrowth(shop: TestApp, userId: string, amount: number, days = 365): Promise<boolean> {
  const expiresAt = new Date(shop.ctx.now().getTime() + days * 86_400_000);
  const event = { userId, unit: 'growth', kind: 'grant', ref: `test:${++grants}`, reason: '测试' } as const;
  return shop.ctx.db.tx((tx) => credit(shop.ctx, tx, { ...event, amount, expiresAt }));
}
