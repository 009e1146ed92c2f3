import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type AccountDeletion = RouteOk<'GET /api/account/deletion'>;

export function getAccountDeletion(): Promise<AccountDeletion> {
  return call('GET /api/account/deletion', {}, 'state');
}

export function requestAccountDeletion(): Promise<AccountDeletion> {
  return call('POST /api/account/deletion', {}, 'state');
}

export function withdrawAccountDeletion(): Promise<AccountDeletion> {
  return call('DELETE /api/account/deletion', {}, 'state');
}
