import type { LayoutDocument } from '@jishi/contract/layouts';
import { platform } from '@/platform';
import { readLayout } from './readLayout';

/** A page's last good answer. `document` null: nothing was released, the page shows its bundled one. */
export interface KeptLayout {
  etag: string | null;
  releaseId: string | null;
  arm: number;
  /** When to ask again although nobody has come back; UTC. */
  nextChangeAt: string | null;
  document: LayoutDocument | null;
}

/** These three are on every phone; of the campaigns, which come and go, the last few. */
const STANDING = ['home', 'category', 'member'];
const MAX_CAMPAIGNS = 4;
/** Characters. Alipay takes 200 KB under one key. */
const MAX_LENGTH = 110_000;
const CAMPAIGNS_KEY = 'jishi.layouts';
const keyOf = (slug: string) => `jishi.layout.${slug}`;

export function readKeptLayout(slug: string): KeptLayout | null {
  const kept = parse(platform.readText(keyOf(slug))) as Partial<KeptLayout> | null;
  if (!kept || typeof kept !== 'object') return null;
  const { etag = null, releaseId = null, arm = 0, nextChangeAt = null } = kept;
  const document = kept.document ? readLayout(kept.document) : null;
  return kept.document && !document ? null : { etag, releaseId, arm, nextChangeAt, document };
}

export function keepLayout(slug: string, layout: KeptLayout): void {
  const text = JSON.stringify(layout);
  if (text.length > MAX_LENGTH) return forgetLayout(slug);
  platform.writeText(keyOf(slug), text);
  if (!STANDING.includes(slug)) keepCampaigns([slug, ...campaigns().filter((other) => other !== slug)]);
}

/** For a page that is there no longer. */
export function forgetLayout(slug: string): void {
  platform.removeText(keyOf(slug));
  if (!STANDING.includes(slug)) keepCampaigns(campaigns().filter((other) => other !== slug));
}

function keepCampaigns(slugs: readonly string[]): void {
  slugs.slice(MAX_CAMPAIGNS).forEach((slug) => platform.removeText(keyOf(slug)));
  platform.writeText(CAMPAIGNS_KEY, JSON.stringify(slugs.slice(0, MAX_CAMPAIGNS)));
}

function campaigns(): string[] {
  const slugs = parse(platform.readText(CAMPAIGNS_KEY));
  return Array.isArray(slugs) ? slugs.filter((slug): slug is string => typeof slug === 'string') : [];
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
