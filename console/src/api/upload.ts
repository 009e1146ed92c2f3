import { AdminError } from './adminError';
import { readAnswer, type AdminOk, type AdminRouteName } from './call';
import type { AdminRoutes } from '@jishi/contract/admin/routes';

export type UploadRoute = {
  [N in AdminRouteName]: AdminRoutes[N] extends { isUpload: true } ? N : never;
}[AdminRouteName];

/** Sends a file and tells how much of it has gone, 0 to 1: `fetch` does not. Throws AdminError. */
export function upload<N extends UploadRoute>(
  route: N,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<AdminOk<N>> {
  const [method, url] = (route as string).split(' ') as [string, string];
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('x-jishi-console', '1');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new AdminError('offline', '连不上服务器，请检查网络后再试'));
    request.onload = () => {
      try {
        resolve(readAnswer(request.status, request.responseText) as AdminOk<N>);
      } catch (error) {
        reject(error as Error);
      }
    };
    request.send(file);
  });
}
