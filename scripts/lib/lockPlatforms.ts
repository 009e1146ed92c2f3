/**
 * Finds the optional platform binaries that a package lists but the lock file lacks.
 * npm writes only those that its registry knew at that moment, and a lock without, say, Taro's macOS compiler
 * leaves every later install on a Mac without it.
 */
export interface LockPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}
export interface Lock {
  packages: Record<string, LockPackage>;
}
export interface MissingBinary {
  /** Key of the package that lists it, such as `node_modules/@tarojs/binding`. */
  parent: string;
  name: string;
  version: string;
  platform: Pick<LockPackage, 'os' | 'cpu' | 'libc'>;
}

const systems: [RegExp, string][] = [
  [/darwin/, 'darwin'],
  [/win32/, 'win32'],
  [/linux/, 'linux'],
];

/** Reads the platform out of a name such as `@tarojs/binding-linux-arm64-gnu`; undefined for one we do not support. */
export function platformOf(name: string): MissingBinary['platform'] | undefined {
  const os = systems.find(([pattern]) => pattern.test(name))?.[1];
  const cpu = /(?:^|[-_/])(x64|arm64)(?:$|[-_])/.exec(name)?.[1];
  if (!os || !cpu) return undefined;
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  if (/musl/.test(name)) return { os: [os], cpu: [cpu], libc: ['musl'] };
  if (/gnu|glibc/.test(name)) return { os: [os], cpu: [cpu], libc: ['glibc'] };
  return { os: [os], cpu: [cpu] };
}

/** The key under which Node would find `name` from the package at `from`. */
function findUpwards(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ;) {
    const key = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (lock.packages[key]) return key;
    if (!folder) return undefined;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent < 0 ? '' : folder.slice(0, parent);
  }
}

export function missingBinaries(lock: Lock): MissingBinary[] {
  const missing: MissingBinary[] = [];
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version)) continue;
      const found = findUpwards(lock, parent, name);
      if (!found || lock.packages[found]?.version !== version) missing.push({ parent, name, version, platform });
    }
  }
  return missing;
}

/** Adds the missing entries in place, with the flags of a sibling that npm did write; answers what it added. */
export function completeLock(lock: Lock): MissingBinary[] {
  const added = missingBinaries(lock);
  for (const { parent, name, version, platform } of added) {
    const siblings = Object.keys(lock.packages[parent]?.optionalDependencies ?? {});
    const sibling = siblings.map((other) => findUpwards(lock, parent, other)).find(Boolean);
    const { dev, devOptional, license, engines } = (sibling && lock.packages[sibling]) || {};
    const root = `node_modules/${name}`;
    const key = lock.packages[root] ? `${parent}/${root}` : root;
    lock.packages[key] = entryAsNpmWrites({ version, dev, devOptional, license, optional: true, ...platform, engines });
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return added;
}

/** npm sorts the keys after `version` and puts objects last; the same order keeps its next install from rewriting. */
function entryAsNpmWrites({ version, engines, ...rest }: LockPackage): LockPackage {
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  const sorted = Object.fromEntries(known.sort(([a], [b]) => a.localeCompare(b, 'en')));
  return engines ? { version, ...sorted, engines } : { version, ...sorted };
}
