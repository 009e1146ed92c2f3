import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * A bucket that speaks as much of S3 as we use, and takes only requests whose Signature Version 4 is right. It shares no
 * code with the client: the signature is put together here from AWS's description.
 */
export interface Bucket {
  url: string;
  objects: Map<string, Buffer>;
  /** Requests that were refused for their signature. */
  refused: number;
  /** So many of the next requests are answered with 503. */
  faults: number;
  close(): void;
}

export const BUCKET_KEYS = { keyId: 'AKIDTEST', secret: 'bucket secret', region: 'cn-test-1' };

export async function bucket(): Promise<Bucket> {
  const server = http.createServer((request, response) => {
    void buffer(request).then((body) => {
      if (self.faults > 0) {
        self.faults -= 1;
        return response.writeHead(503).end();
      }
      if (!isSigned(request, body)) {
        self.refused += 1;
        return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      }
      const key = decodeURIComponent(request.url!).replace('/pictures/', '');
      const found = self.objects.get(key);
      switch (request.method) {
        case 'PUT':
          self.objects.set(key, body);
          return response.writeHead(200).end();
        case 'DELETE':
          self.objects.delete(key);
          return response.writeHead(204).end();
        default:
          if (!found) return response.writeHead(404).end();
          return response.writeHead(200, { 'content-length': found.length }).end(found);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: Bucket = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/pictures`,
    objects: new Map(),
    refused: 0,
    faults: 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return self;
}

function isSigned({ method, url, headers }: http.IncomingMessage, body: Buffer): boolean {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!match) return false;
  const [, keyId, day, region, names, signature] = match as unknown as string[];
  const digest = createHash('sha256').update(body).digest('hex');
  if (keyId !== BUCKET_KEYS.keyId || region !== BUCKET_KEYS.region || headers['x-amz-content-sha256'] !== digest)
    return false;
  const date = String(headers['x-amz-date']);
  if (!date.startsWith(day!)) return false;
  const lines = names!.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = `${method}\n${url}\n\n${lines.join('')}\n${names}\n${digest}`;
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const dayKey = createHmac('sha256', `AWS4${BUCKET_KEYS.secret}`).update(day!).digest();
  const regionKey = createHmac('sha256', dayKey).update(region!).digest();
  const serviceKey = createHmac('sha256', regionKey).update('s3').digest();
  const key = createHmac('sha256', serviceKey).update('aws4_request').digest();
  const text = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/s3/aws4_request\n${hashed}`;
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}
