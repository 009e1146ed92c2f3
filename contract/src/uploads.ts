import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Id, PictureUrl } from './schema';

/** A picture that only its owner sees, and whoever they show it to. */
export const Upload = z.object({
  id: Id,
  /** Opens the picture for some minutes; ask again for a fresh one. */
  url: PictureUrl,
  /** px */
  width: z.int(),
  height: z.int(),
});

export const uploadRoutes = defineRoutes({
  'POST /api/uploads': {
    summary: '上传一张只有自己看得到的图片：multipart/form-data，一个文件，至多 10 MB；一天内没有用上的会删除',
    access: 'session',
    isUpload: true,
    ok: Upload,
    status: 201,
    errors: ['picture_invalid', 'picture_too_large'],
  },
});
