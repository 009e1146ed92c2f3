import type { RouteOk } from '@jishi/contract/routes';
import { ApiError, hasCode } from '@/lib/apiError';
import { sendFile } from '@/lib/send';
import { getToken, renewToken } from '@/lib/session';

export type Upload = RouteOk<'POST /api/uploads'>;

/**
 * Sends a picture that `platform.chooseImages` answered; only its owner sees it, and whoever they show it to. Throws
 * ApiError (`picture_invalid`, `picture_too_large` …).
 */
export async function uploadPicture(path: string): Promise<Upload> {
  const token = await getToken();
  const send = (known: string) => sendFile('/api/uploads', path, known);
  const answer = await send(token).catch(async (error: unknown) => {
    if (!hasCode(error, 'session_required')) throw error;
    return send(await renewToken(token));
  });
  const upload = answer as Upload;
  if (!upload.id) throw new ApiError('bad_answer', 200);
  return upload;
}
