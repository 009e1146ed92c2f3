import { createTt } from './tt';
import type { NativeHost } from './native';

declare const tt: NativeHost;

export const platform = createTt(tt);
