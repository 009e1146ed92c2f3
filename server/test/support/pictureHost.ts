import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DownloadOptions } from '../../src/imports/download';

export interface PictureHost {
  /** What it answers; may be replaced at any time. */
  answer: http.RequestListener;
  /** The paths that were asked for. */
  hits: string[];
  at(path: string): string;
  port: number;
  close(): void;
}

/** Declares loopback, and nothing else, to be the public internet. */
export const loopbackIsPublic = {
  isPublic: (address: string) => address === '127.0.0.1',
  resolve: async () => [{ address: '127.0.0.1', family: 4 as const }],
} satisfies DownloadOptions;

/** A host of pictures on loopback, known by a name that no DNS has. */
export async function pictureHost(): Promise<PictureHost> {
  const server = http.createServer((request, response) => {
    host.hits.push(request.url!);
    host.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host: PictureHost = {
    answer: (_request, response) => response.end(),
    hits: [],
    at: (path) => `http://pictures.example:${port}${path}`,
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return host;
}
