import { readStorage } from '../backups/openShop';
import type { Env } from '../env';
import { readPlatformConfigs } from '../platform/config';
import { checkConfig } from './checkConfig';
import { checkNetwork } from './checkNetwork';
import { checkProject } from './checkProject';
import { checkStorage } from './checkStorage';
import { emptyReport, join, type Report } from './report';

export interface ExamineOptions {
  /** The project's folder. */
  root: string;
  /** Asks nobody: no platform, no database, no bucket. */
  isOffline?: boolean;
  /** Milliseconds for each question. */
  timeout?: number;
}

/** Looks at a configuration from all sides. What one fault hides is still looked at as far as it can be. */
export async function examine(
  source: Record<string, string | undefined>,
  { root, isOffline = false, timeout = 5000 }: ExamineOptions,
): Promise<Report> {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const { configs } = readPlatformConfigs(filled);
  const config = checkConfig(filled);
  const env = storageOf(filled);
  const wrong = new Set(config.faults.map(({ name }) => name));
  const publicUrl = wrong.has('PUBLIC_URL') ? undefined : filled.PUBLIC_URL;
  return join([
    config,
    await checkProject(root, configs, { ...filled, PUBLIC_URL: publicUrl }),
    ...(env ? [await checkStorage(env, { isOffline, timeout })] : []),
    isOffline ? emptyReport() : await checkNetwork(configs, publicUrl, timeout),
  ]);
}

/** Null when it cannot be read: what is wrong with it is told already. */
function storageOf(source: Record<string, string | undefined>): Env | null {
  try {
    return readStorage(source);
  } catch {
    return null;
  }
}
