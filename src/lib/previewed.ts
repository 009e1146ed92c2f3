import { create } from 'zustand';
import type { AnyBlock, LayoutDocument } from '@jishi/contract/layouts';
import type { LayoutPage } from '@jishi/contract/plain/layouts';
import { preview } from '@/platform/preview';
import { readLayout } from './readLayout';
import { openBlocks } from './openBlocks';
import { showPreviewed } from './routes';

export interface Previewed {
  revision: number;
  document: LayoutDocument;
  blocks: AnyBlock[];
  hiddenBlockIds: string[];
}

/** What the console's editor shows in its frame instead of anything released; null everywhere else. */
export const usePreviewed = create<{ page: LayoutPage | null; previewed: Previewed | null }>(() => ({
  page: null,
  previewed: null,
}));

type Message = Parameters<Parameters<NonNullable<typeof preview>['onDocument']>[0]>[0];

/** From app.tsx, once. */
export function wirePreview(): void {
  preview?.onDocument((message) => {
    const document = readLayout(message.document);
    if (!document) return;
    const open = openBlocks(document.blocks, message.at === null ? Date.now() : Date.parse(message.at));
    const blocks = open.filter(({ visible }) => isFor(visible, message));
    const hiddenBlockIds = document.blocks.filter((block) => !blocks.includes(block)).map(({ id }) => id);
    usePreviewed.setState({
      page: document.page,
      previewed: { revision: message.revision, document, blocks, hiddenBlockIds },
    });
    showPreviewed(document.page);
  });
}

/** What the server decides for everybody else. Channels and stores are nobody's here: what is for some of them shows. */
function isFor(visible: AnyBlock['visible'], { platform, isMember }: Message): boolean {
  if (!visible) return true;
  const { isHidden, platforms, login = 'any' } = visible;
  if (isHidden || (platforms && !platforms.includes(platform))) return false;
  return login === 'any' || (login === 'in') === isMember;
}
