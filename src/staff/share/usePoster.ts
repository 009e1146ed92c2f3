import { useQuery } from '@tanstack/react-query';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { PosterTemplate } from '@jishi/contract/plain/staff';
import { drawPoster } from '@/api/staff';
import { hasCode } from '@/lib/apiError';

export interface Look {
  template: PosterTemplate;
  /** Which of the product's pictures. */
  picture: number;
  /** In which super-app its code is read. */
  platform: Platform;
}

/** The poster of a code as the server drew it, or why there is none. A platform that has no codes is not asked twice. */
export function usePoster(token: string | undefined, look: Look) {
  return useQuery({
    queryKey: ['staff', 'poster', token, look],
    queryFn: () => drawPoster(token!, look),
    enabled: token !== undefined,
    // the same wish gives the same picture
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && hasCode(error, 'offline', 'bad_answer', 'internal'),
  });
}
