import type { LayoutInput } from '@jishi/contract/layouts';
import { LAYOUT_CONTRACT, type LayoutPage } from '@jishi/contract/plain/layouts';
import type { EmployeeClient } from './employees';
import type { Answer, TestApp } from './testApp';

type BlockInput = LayoutInput['blocks'][number];
type HeadingInput = Extract<BlockInput, { kind: 'heading' }>;

export const HOME = '1';
export const MEMBER = '3';
export const DEVICE = 'device-layouts-1';

/** The id of the heading with this title. */
export const idOf = (title: string) => `block-${Buffer.from(title).toString('hex')}`;

/** A heading with sensible defaults. */
export function heading(title: string, changes: Partial<HeadingInput> = {}): HeadingInput {
  return { id: idOf(title), kind: 'heading', v: 1, props: { title, link: { type: 'none' } }, ...changes };
}

export function layout(blocks: BlockInput[], page: LayoutPage = 'home'): LayoutInput {
  return { contract: 1, page, title: '标题', blocks };
}

/** Saves the document over whatever the draft is, and answers its revision. */
export async function saveDraft(marketer: EmployeeClient, pageId: string, document: unknown): Promise<number> {
  const { revision } = (await marketer.send('GET', `/admin/layouts/${pageId}/draft`)).body;
  const saved = await marketer.send('PUT', `/admin/layouts/${pageId}/draft`, { document, revision });
  if (saved.status !== 200) throw new Error(`draft refused: ${JSON.stringify(saved.body)}`);
  return saved.body.revision;
}

/** Saves the document and releases it; answers the release. */
export async function publish(
  marketer: EmployeeClient,
  pageId: string,
  document: unknown,
  wish: object = {},
): Promise<Answer['body']> {
  await saveDraft(marketer, pageId, document);
  const body = { arms: [{ versionId: null, weight: 100 }], ...wish };
  const released = await marketer.send('POST', `/admin/layouts/${pageId}/releases`, body);
  if (released.status !== 201) throw new Error(`release refused: ${JSON.stringify(released.body)}`);
  return released.body;
}

interface Asking {
  slug?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Asks for a page as an H5 client of today, unless the query says otherwise. */
export async function ask({ app }: Pick<TestApp, 'app'>, { slug = 'home', query = {}, headers = {} }: Asking = {}) {
  const said = { platform: 'h5', deviceId: DEVICE, contract: String(LAYOUT_CONTRACT), ...query };
  const answer = await app.inject({ url: `/api/layouts/${slug}?${new URLSearchParams(said)}`, headers });
  const body = answer.body === '' ? null : answer.json();
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body };
}

/** The titles of the headings that the client gets. */
export const titlesOf = ({ body }: { body: Answer['body'] }): string[] =>
  (body.document?.blocks ?? []).map((block: HeadingInput) => block.props.title);
