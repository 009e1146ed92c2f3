import type { Platform as PlatformName } from '@jishi/contract/plain/platforms';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';

export type AddressInput = RouteInput<'POST /api/addresses'>['body'];
export type PayIntent = RouteOk<'POST /api/orders/:orderId/payments'>['intent'];
/** The intents of a real cashier; `fake` is the demo shop's own and never reaches the super-app. */
export type NativePayIntent = Exclude<PayIntent, { kind: 'fake' }>;

/**
 * How an ability of the super-app ended. `denied`: the person or the system refused. `unsupported`: this app or
 * version has no such ability. `pending`: nobody on the phone can say, ask the server. `code` is the vendor's own
 * word, for logs only.
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

export interface HttpAnswer {
  status: number;
  /** Text, or what the host has already parsed. */
  body: unknown;
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

/** The one door to the super-app, or to the browser. No method throws, except `request`. */
export interface Platform {
  readonly name: PlatformName;
  /** The super-app draws the title bar and its back arrow; on H5 the page draws them. */
  readonly hasNativeNavBar: boolean;
  /** `chooseAddress` may be worth offering. */
  readonly hasAddressBook: boolean;
  appId(): string;
  /** A one-time login code. `unsupported` means that this person stays a guest. */
  login(): Promise<Result<string>>;
  /** Opens the cashier. The result is a hint: the server's word decides. */
  pay(intent: NativePayIntent): Promise<Result>;
  chooseAddress(): Promise<Result<AddressInput>>;
  /** Where the phone is; may ask the person. Degrees, WGS 84; Alipay's are China's own, up to 600 m beside them. */
  getLocation(): Promise<Result<Point>>;
  /** `getLocation` will not ask: it was allowed before. */
  isLocationAllowed(): Promise<boolean>;
  launch(): LaunchInfo;
  /** Px that a page without bars must keep free of content. */
  insets(): { top: number; bottom: number };
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
}
