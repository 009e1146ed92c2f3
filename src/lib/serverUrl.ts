const base = (process.env.TARO_APP_API ?? '').replace(/\/$/, '');

/** The absolute address of a path under our server; on H5 the path itself, which has the same origin. */
export function serverUrl(path: string): string {
  return path.startsWith('/') ? base + path : path;
}
