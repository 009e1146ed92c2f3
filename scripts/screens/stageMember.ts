import type { Shopper } from './shopper';

const PHONE = '13800138620';

/** The person proves a number and opens the card. */
export async function openCard(person: Shopper): Promise<void> {
  const { demoCode } = await person.ask<{ demoCode: string }>('POST', '/api/sms-codes', { phone: PHONE });
  await person.ask('POST', '/api/phone/sms', { phone: PHONE, code: demoCode });
  await person.ask('POST', '/api/member');
}
