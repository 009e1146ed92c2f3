import { createAlipay } from './alipay';
import type { NativeHost } from './native';

declare const my: NativeHost;

export const platform = createAlipay(my);
