import Taro from '@tarojs/taro';
import { isCodeToken } from '@jishi/contract/plain/codes';
import { isInvitationToken } from '@jishi/contract/plain/staff';
import { scanCode, type ScannedCode } from '@/api/codes';
import { isUndecided } from '@/lib/apiError';
import { useNetwork } from '@/lib/network';
import { PATHS, readParam, to } from '@/lib/routes';
import { platform } from '@/platform';
import type { LaunchInfo } from '@/platform/types';

/** The token of the code that the app was opened with: `k`, or WeChat's scene, which arrives encoded. */
export function codeOf({ query }: LaunchInfo): string | null {
  const given = readParam(query.k) || (platform.name === 'weapp' ? readParam(query.scene) : '');
  return isCodeToken(given) ? given : null;
}

/** An invitation that the app was opened with: somebody is asked to work for the shop. */
export function invitationOf({ query }: LaunchInfo): string | null {
  const given = readParam(query.invite).trim().toUpperCase();
  return isInvitationToken(given) ? given : null;
}

/** The last one that was followed: coming back to the app is said with the same query, and is no new scan. */
let last: string | null = null;

/**
 * Follows the code that the app was opened with, to what it stands for. A code opens the home page; one that came with
 * another page is noted and leads nowhere else. Called at the start and each time the app comes to the front.
 */
export async function follow(enter: LaunchInfo): Promise<void> {
  const invitation = invitationOf(enter);
  const token = codeOf(enter);
  if ((invitation ?? token) === last) return;
  last = invitation ?? token;
  if (invitation !== null && isHomePath(enter.path)) to.staffJoin(invitation);
  if (invitation !== null || token === null) return;
  const isHome = isHomePath(enter.path);
  try {
    const code = await scanCode(token);
    if (isHome) land(code);
  } catch (error) {
    if (isUndecided(error)) whenBack(token, isHome);
  }
}

/** From app.tsx, once. */
export function wireLanding(): void {
  platform.onEnter((enter) => void follow(enter));
}

/** Nobody waits for a code: the shop is open meanwhile, and whoever has gone on is not called back. */
function whenBack(token: string, isHome: boolean): void {
  const stop = useNetwork.subscribe(({ state }) => {
    if (state !== 'back' || token !== last) return;
    stop();
    scanCode(token)
      .then((code) => {
        if (isHome && isAtHome()) land(code);
      })
      .catch((error: unknown) => {
        if (isUndecided(error)) whenBack(token, isHome);
      });
  });
}

function land({ state, target }: ScannedCode): void {
  if (state === 'expired' || state === 'revoked') to.codeEnd(state);
  else if (target?.kind === 'product') to.product(target.id);
  else if (target?.kind === 'category') to.category(target.id);
  else if (target?.kind === 'page') to.campaign(target.id);
}

const isHomePath = (path: string) => path === '' || path.replace(/^\//, '') === PATHS.home.slice(1);

function isAtHome(): boolean {
  const pages = Taro.getCurrentPages();
  return pages.length === 1 && isHomePath((pages[0]?.route ?? '').split('?')[0]!);
}
