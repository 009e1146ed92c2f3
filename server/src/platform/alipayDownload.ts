/**
 * Fetches what a signed answer of Alipay points to: a code's picture, a day's bill. Throws on a status, a size or a
 * time beyond the limits.
 */
export async function download(
  url: string,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<{ contentType: string; bytes: Buffer }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Error(`more than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0]!.trim();
  return { contentType, bytes: Buffer.concat(chunks) };
}
