import { callDone, callNative, type NativeHost } from './native';
import { attempt, ok, type CodeTable } from './outcome';
import type { Broadcast, Platform } from './types';

interface LiveInfo {
  status?: number;
  description?: string;
  replayStatus?: number;
}

const STATES: Record<number, Broadcast['state']> = { 2: 'live', 3: 'ended', 4: 'preparing' };
const REPLAY_MADE = 1;

/** WeChat Channels: `wx.getChannelsLiveInfo` and its family. A channel is its `finderUserName`, `sph…`. */
export function channelsLive(
  wx: NativeHost,
  codes: CodeTable,
): Pick<Platform, 'readBroadcast' | 'openBroadcast' | 'reserveBroadcast'> {
  return {
    readBroadcast: (finderUserName) =>
      attempt(codes, async () => {
        const info = await callNative<LiveInfo>(wx, 'getChannelsLiveInfo', { finderUserName });
        const { status = 0, description = '', replayStatus } = info;
        return ok({ state: STATES[status] || 'none', title: description, hasReplay: replayStatus === REPLAY_MADE });
      }),
    openBroadcast: (finderUserName) => callDone(wx, codes, 'openChannelsLive', { finderUserName }),
    reserveBroadcast: (finderUserName) =>
      attempt(codes, async () => {
        const notice = await callNative<{ noticeId?: string; reservable?: boolean }>(wx, 'getChannelsLiveNoticeInfo', {
          finderUserName,
        });
        if (!notice.noticeId || notice.reservable === false) return { status: 'failed', code: 'nothing to reserve' };
        return callDone(wx, codes, 'reserveChannelsLive', { noticeId: notice.noticeId });
      }),
  };
}
