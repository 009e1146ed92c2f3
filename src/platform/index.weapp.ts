import { createWeapp } from './weapp';
import type { NativeHost } from './native';

declare const wx: NativeHost;

export const platform = createWeapp(wx);
