import type { EmployeeClient } from './employees';
import type { Shopper } from './testApp';

export interface GuideClient {
  employeeId: string;
  name: string;
  person: Shopper;
}

/** A shopper who was invited to a store, asked, and was approved. */
export async function newGuide(
  owner: EmployeeClient,
  storeId: string,
  person: Shopper,
  name = '沈知夏',
): Promise<GuideClient> {
  const { body } = await owner.send('POST', '/admin/staff-invitations', { storeId, name });
  await person.post(`/api/staff-invitations/${body.token}/requests`, { name });
  const decided = await owner.send('POST', `/admin/staff-invitations/${body.id}/decision`, { isApproved: true });
  return { employeeId: decided.body.employeeId, name, person };
}

/** The guide's code for a product, or the whole shop. */
export async function codeOf({ person }: GuideClient, storeId: string, productId?: string): Promise<string> {
  const target = productId === undefined ? { kind: 'home', id: '' } : { kind: 'product', id: productId };
  return (await person.post('/api/staff/codes', { target, storeId })).body.token;
}
