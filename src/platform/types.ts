import type { Platform as PlatformName } from '@jishi/contract/plain/platforms';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import type { Ability } from './capabilities';

export type AddressInput = RouteInput<'POST /api/addresses'>['body'];
export type PayIntent = RouteOk<'POST /api/orders/:orderId/payments'>['intent'];
/** The intents of a real cashier; `fake` is the demo shop's own and never reaches the super-app. */
export type NativePayIntent = Exclude<PayIntent, { kind: 'fake' }>;

/**
 * How an ability of the super-app ended. `denied`: the person or the system refused. `unsupported`: this app or
 * version has no such ability. `pending`: nobody on the phone can say, ask the server. `code` is the vendor's own
 * word, for logs only; `privacy` is ours: without a yes to the privacy statement nothing was read.
 */
export type Result<T = null> =
  | { status: 'ok'; code: string; value: T }
  | { status: 'cancelled' | 'denied' | 'unsupported' | 'pending' | 'failed'; code: string };

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute, except on H5. */
  url: string;
  headers: Record<string, string>;
  /** Serialised as JSON by the adapter. */
  body?: object;
  timeoutMs: number;
}

export interface Upload {
  /** Absolute, except on H5. */
  url: string;
  /** What `chooseImages` answered. */
  path: string;
  /** The form's field that carries the file. */
  name: string;
  headers: Record<string, string>;
  /** The form's other fields. */
  form?: Record<string, string>;
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  /** Text, or what the host has already parsed. */
  body: unknown;
  /** Names in small letters. Alipay gives none beside a status that is not 2xx. */
  headers?: Record<string, string>;
}

/** The request never got an answer. */
export class TransportError extends Error {
  constructor(
    readonly reason: 'offline' | 'timeout',
    message: string,
  ) {
    super(message);
    this.name = 'TransportError';
  }
}

export interface LaunchInfo {
  path: string;
  query: Record<string, string>;
  /** Text on every platform: Douyin's scenes are not numbers. */
  scene: string;
}

export interface Question {
  title: string;
  text?: string;
  /** At most four characters: WeChat refuses longer ones. */
  confirmText?: string;
  cancelText?: string;
}

export interface Point {
  lat: number;
  lng: number;
}

export interface Picture {
  /** Lives until the app closes: `upload` it, show it, keep nothing of it. */
  path: string;
  /** 0 where the host does not say. */
  bytes: number;
}

/** A host waits for the person's word on the shop's privacy statement. Exactly one of the answers is to be given. */
export interface PrivacyAsk {
  /** The app's own sheet is in sight. */
  shown(): void;
  /** `buttonId`: of the PrivacyButton that was tapped, which the host checks. */
  agree(buttonId: string): void;
  /** What was asked for then ends as `denied`. */
  refuse(): void;
}

/** A broadcast of the shop's channel. `state` of nobody's making is `none`. */
export interface Broadcast {
  state: 'live' | 'preparing' | 'ended' | 'none';
  title: string;
  hasReplay: boolean;
}

/** The one door to the super-app, or to the browser. No method throws, except `request` and `upload`. */
export interface Platform {
  readonly name: PlatformName;
  /** The super-app draws the title bar and its back arrow; on H5 the page draws them. */
  readonly hasNativeNavBar: boolean;
  /** Whether this host, in this version, can do it at all. What it cannot do, a page does not offer. */
  has(ability: Ability): boolean;
  appId(): string;
  /** A one-time login code. `unsupported` means that this person stays a guest. */
  login(): Promise<Result<string>>;
  /** The same from a tap: a guest of Douyin is asked to log in there. */
  loginWithTap(): Promise<Result<string>>;
  /** Opens the cashier. The result is a hint: the server's word decides. */
  pay(intent: NativePayIntent): Promise<Result>;
  chooseAddress(): Promise<Result<AddressInput>>;
  /** Where the phone is; may ask the person. Degrees, WGS 84; Alipay's are China's own, up to 600 m beside them. */
  getLocation(): Promise<Result<Point>>;
  /** `getLocation` will not ask: it was allowed before. */
  isLocationAllowed(): Promise<boolean>;
  /** The text of a code; a mini-program's own code gives its path. */
  scan(): Promise<Result<string>>;
  /** Into the phone's album. `source`: a path on this phone, or an https address of an allowed domain. */
  saveImage(source: string): Promise<Result>;
  /** At most `count` pictures of the album or the camera, compressed. */
  chooseImages(count: number): Promise<Result<Picture[]>>;
  /** Throws TransportError when no answer came; every HTTP status is an answer. */
  upload(upload: Upload): Promise<HttpAnswer>;
  /**
   * Asks for leave to send one message of each template, from a tap. Hosts ask about a few at once (WeChat 5, Alipay
   * and Douyin 3): the first ones count. `ok` says that the person answered, also when nothing was accepted.
   */
  askMessages(templateIds: readonly string[]): Promise<Result<{ accepted: string[] }>>;
  /** Another mini-program, with the page's path and query. */
  openApp(app: { appId: string; path?: string }): Promise<Result>;
  /** The host's page of what this person allowed; the way back from `denied`. From a tap. */
  openSettings(): Promise<Result>;
  /** 0 to 1 for a code that a till reads; null gives back what was before. */
  setBrightness(brightness: number | null): Promise<Result>;
  /** The shop's broadcast. `channel`: the id that this host knows it by. */
  readBroadcast(channel: string): Promise<Result<Broadcast>>;
  /** From a tap. Douyin opens it by its button alone: see LiveButton. */
  openBroadcast(channel: string): Promise<Result>;
  /** The host's own sheet for the next broadcast that is announced. */
  reserveBroadcast(channel: string): Promise<Result>;
  /** Whether the privacy statement was agreed to, and what the host calls it. True where the host asks for itself. */
  privacy(): Promise<{ isAgreed: boolean; contract: string }>;
  /** Called before the first private ability. With no listener the host's own question stands. Once. */
  onPrivacyNeed(listener: (ask: PrivacyAsk) => void): void;
  /** The statement as the host shows it; `unsupported` where the app's own page is the statement. */
  openPrivacyContract(): Promise<Result>;
  /** A new version has been fetched; `apply` starts the app anew with it. */
  onUpdateReady(listener: (apply: () => void) => void): void;
  launch(): LaunchInfo;
  /** Every time the app comes to the front, with what it was opened by then. */
  onEnter(listener: (enter: LaunchInfo) => void): void;
  /** Px that a page without bars must keep free of content. */
  insets(): { top: number; bottom: number };
  /** The person asked the system for less movement; super-apps do not say. */
  isMotionReduced(): boolean;
  readText(key: string): string | null;
  writeText(key: string, value: string): void;
  removeText(key: string): void;
  /** Throws TransportError when no answer came; every HTTP status is an answer. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  isOnline(): Promise<boolean>;
  onNetworkChange(listener: (isOnline: boolean) => void): void;
  onVisibilityChange(listener: (isVisible: boolean) => void): void;
  toast(text: string): void;
  confirm(question: Question): Promise<boolean>;
  copyText(text: string): Promise<Result>;
  setTitle(title: string): void;
  /** The chosen tab's colour, on a tab page. A host that is dark keeps its own. */
  paintTabs(selected: string): void;
  /** The title bar's ground, and whether its words are light. Likewise; on H5 the page draws the bar. */
  paintTitleBar(ground: string, isDark: boolean): void;
}
