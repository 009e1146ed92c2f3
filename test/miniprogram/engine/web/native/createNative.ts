import type { Bundle } from '../../protocol';
import type { Host } from './host';
import { createMy } from './my';
import { storage } from './storage';
import { createTt } from './tt';
import { createWx } from './wx';

const NAMES = { weapp: 'wx', alipay: 'my', tt: 'tt' } as const;
const CREATORS = { weapp: createWx, alipay: createMy, tt: createTt };

export interface Native {
  name: 'wx' | 'my' | 'tt';
  object: Record<string, unknown>;
}

/** The native object of the bundle's platform. @param initial storage values to start with */
export function createNative(bundle: Bundle, host: Host, initial: Record<string, unknown> = {}): Native {
  for (const [key, value] of Object.entries(initial)) storage.set(key, value);
  const native = CREATORS[bundle.platform](host, bundle.nativeNames);
  const tags = new Set(bundle.builtinTags);
  native.sync('canIUse', (schema: string) => {
    const subject = schema.split('.')[0] ?? '';
    return subject in bundle.nativeNames || tags.has(subject);
  });
  return { name: NAMES[bundle.platform], object: native.build(bundle.probedNames) };
}
