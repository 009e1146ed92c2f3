import type { Launch, NativeAnswer, NativeQuestion, Platform } from '../../protocol';
import { begin } from '../activity';
import type { Navigation } from '../navigation';
import { plain } from '../record';
import type { Listeners } from './listeners';

/** What the native objects need of the host they stand in. */
export interface Host {
  platform: Platform;
  navigation: Navigation;
  listeners: Listeners;
  appId: string;
  launch: Required<Launch>;
}

/** A plain start from the super-app's list. */
export const DEFAULT_SCENES: Record<Platform, number> = { weapp: 1001, alipay: 1000, tt: 990001 };

/** What each super-app's developer tool gives a package without an app of its own. */
export const DEFAULT_APP_IDS: Record<Platform, string> = {
  weapp: 'touristappid',
  alipay: '2021000000000000',
  tt: 'testAppId',
};

/** The options of App.onLaunch and friends. Scenes are numbers everywhere but in Douyin's `getLaunchOptionsSync`. */
export const launchOptions = ({ launch }: Host) => ({ ...launch, scene: Number(launch.scene), referrerInfo: {} });

declare global {
  interface Window {
    __mpAsk(question: NativeQuestion): Promise<NativeAnswer>;
  }
}

/** Asks the scenario, in Node, what the super-app or the shopper answers. */
export async function ask(host: Host, key: string, api: string, params: unknown): Promise<NativeAnswer> {
  const done = begin(`the scenario's answer to ${api}`);
  try {
    return await window.__mpAsk({ platform: host.platform, key, api, params: plain(params) });
  } finally {
    done();
  }
}
