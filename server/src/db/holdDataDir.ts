import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lockDataDir } from './lock';

/**
 * Takes the data folder for a command. A lock counts only while its holder listens, so the command does; it refuses
 * whatever comes. Answers the release. Throws DataFolderInUse.
 */
export async function holdDataDir(dataDir: string): Promise<() => Promise<void>> {
  const server = createServer((_request, response) => response.writeHead(409).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unlock = await lockDataDir(dataDir, { pid: process.pid, url, token: randomBytes(24).toString('base64url') });
  return async () => {
    await unlock();
    server.close();
  };
}
