import type { adminImportRoutes } from '@jishi/contract/admin/imports';
import type { AdminHandlers } from '../adminHttp';
import { readLastImport } from './importRuns';
import { importUpload } from './importUpload';

export const adminImportHandlers: AdminHandlers<typeof adminImportRoutes> = {
  'POST /admin/products/import': (ctx, { actor, upload, requestId }) =>
    importUpload(ctx, { employeeId: actor.employeeId, upload, requestId }),
  'GET /admin/products/import': async (ctx) => ({ run: await readLastImport(ctx) }),
};
