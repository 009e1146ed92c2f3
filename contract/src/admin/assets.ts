import { z } from 'zod';
import { Id, PictureUrl, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const Asset = z.object({
  id: Id,
  /** What products and categories refer to: at most 1,200 px wide. */
  url: PictureUrl,
  /** 200 px wide. */
  thumbnailUrl: PictureUrl,
  /** The whole picture as it was uploaded, upright and without metadata. */
  originalUrl: PictureUrl,
  /** Of the whole picture: px, bytes. */
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** `waiting`: smaller sizes are being made, and larger ones served meanwhile. */
  state: z.enum(['waiting', 'ready', 'failed']),
  createdAt: Time,
});

const roles = ['owner', 'marketer', 'operator'] as const;

export const adminAssetRoutes = defineAdminRoutes({
  'POST /admin/assets': {
    summary: '上传图片：请求体就是文件本身，至多 10 MB 的 JPEG、PNG、WebP 或 GIF（只取第一帧）；同一张图只存一次',
    roles,
    isUpload: true,
    isSelfAudited: true,
    ok: Asset,
    status: 201,
    errors: ['picture_invalid', 'picture_too_large'],
  },
  'GET /admin/assets': {
    summary: '上传过的图片，新的在前',
    roles,
    query: AdminPageQuery,
    ok: pageOf(Asset),
    errors: [],
  },
  'DELETE /admin/assets/:assetId': {
    summary: '删除没有用到的图片；商品、分类或订单在用的不能删',
    roles,
    params: z.object({ assetId: Id }),
    ok: z.object({}),
    errors: ['not_found', 'conflict'],
  },
});
