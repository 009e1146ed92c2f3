import { existsSync } from 'node:fs';

/**
 * Puts the variables of `.env` in the working folder into the environment, where they are not set already. Tests must
 * not run on a merchant's database, so they read none.
 */
export function loadEnvFile(file = '.env'): void {
  if (process.env.NODE_ENV !== 'test' && existsSync(file)) process.loadEnvFile(file);
}
