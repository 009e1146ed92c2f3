import type { Env } from '../env';

/**
 * The origin of the console that frames the shop, by the page that asks for it; the configured one where that is not
 * said or is another's. Whoever develops calls this machine by either name.
 */
export function consoleOrigin({ CONSOLE_URL, CONSOLE_PORT, isProduction }: Env, referer: string | undefined): string {
  const configured = new URL(CONSOLE_URL).origin;
  if (isProduction || !referer || !URL.canParse(referer)) return configured;
  const { origin, hostname, port } = new URL(referer);
  const isHere = ['localhost', '127.0.0.1'].includes(hostname) && (CONSOLE_PORT === 0 || Number(port) === CONSOLE_PORT);
  return isHere ? origin : configured;
}
