import type { Failure } from './outcome';

export interface LiveButtonProps {
  className: string;
  /** What this host knows the shop's channel by: `sph…` on WeChat, an account on Douyin. */
  channel: string;
  label: string;
  onFail(status: Failure['status']): void;
}
