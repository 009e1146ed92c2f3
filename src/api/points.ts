import type { StatementSide } from '@jishi/contract/plain/points';
import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Points = RouteOk<'GET /api/points'>;
export type StatementPage = RouteOk<'GET /api/points/ledger'>;
export type StatementLine = StatementPage['items'][number];
export type CheckIns = RouteOk<'GET /api/points/check-ins'>;

export function getPoints(): Promise<Points> {
  return call('GET /api/points', {}, 'available');
}

export function listStatement(query: { side: StatementSide; cursor?: string }): Promise<StatementPage> {
  return call('GET /api/points/ledger', { query }, 'items');
}

export function getCheckIns(): Promise<CheckIns> {
  return call('GET /api/points/check-ins', {}, 'days');
}

/** Today is counted once, whoever asks again. */
export function checkIn(): Promise<CheckIns> {
  return call('POST /api/points/check-ins', {}, 'days');
}
