import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type ScannedCode = RouteOk<'POST /api/codes/:token/scans'>;

/** Where a code leads; the server notes that it brought this visit. */
export function scanCode(token: string): Promise<ScannedCode> {
  return call('POST /api/codes/:token/scans', { params: { token } }, 'state');
}
