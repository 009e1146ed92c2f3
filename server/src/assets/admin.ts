import type { adminAssetRoutes } from '@jishi/contract/admin/assets';
import type { AdminHandlers } from '../adminHttp';
import { deleteAsset, listAssets, uploadAsset } from './assets';

export const adminAssetHandlers: AdminHandlers<typeof adminAssetRoutes> = {
  'POST /admin/assets': (ctx, { actor, upload, requestId }) => uploadAsset(ctx, { actor, upload, requestId }),
  'GET /admin/assets': (ctx, { query }) => listAssets(ctx.db, query),
  'DELETE /admin/assets/:assetId': async (ctx, { params }) => ({
    answer: {},
    target: `asset ${params.assetId}`,
    before: await deleteAsset(ctx, params.assetId),
    after: null,
  }),
};
