import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/**
 * Why a picture cannot be had, in Chinese, for the merchant. `strikes` speak against its host: with STRIKES_OUT of
 * them in a row the host's other pictures are not tried.
 */
export class PictureUnavailable extends Error {
  constructor(
    reason: string,
    readonly strikes = 0,
  ) {
    super(reason);
  }
}

export const STRIKES_OUT = 3;

export interface Address {
  address: string;
  family: 4 | 6;
}

export type Resolve = (hostname: string) => Promise<Address[]>;

/** True for addresses of the public internet only; also looks inside IPv6 addresses that carry an IPv4 one. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  // the global unicast space of IPv6; everything else, site-local addresses included, is somebody's own
  return address.kind() === 'ipv4' || address.match(ipaddr.parse('2000::') as ipaddr.IPv6, 3);
}

const resolveByDns: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/**
 * The addresses of a URL's host, every one of them public. `isPublic` may be replaced in tests.
 * Throws PictureUnavailable.
 */
export async function publicAddresses(
  url: URL,
  {
    resolve = resolveByDns,
    isPublic = isPublicAddress,
  }: { resolve?: Resolve; isPublic?: (address: string) => boolean },
): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 } satisfies Address]
    : await resolve(host).catch(() => {
        throw new PictureUnavailable('域名解析失败', STRIKES_OUT);
      });
  if (addresses.length === 0) throw new PictureUnavailable('域名解析失败', STRIKES_OUT);
  if (!addresses.every(({ address }) => isPublic(address))) throw new PictureUnavailable('指向内网或保留地址');
  return addresses;
}
