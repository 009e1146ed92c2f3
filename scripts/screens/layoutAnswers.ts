import { LayoutDocument, type LayoutInput } from '@jishi/contract/layouts';
import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';

/** A page's layout in place of what the server tells; also where it tells that there is none. */
export const released = (layout: LayoutInput) => (answer: object) => ({
  releaseId: '1',
  versionId: '1',
  arm: 0,
  serverTime: new Date().toISOString(),
  nextChangeAt: null,
  ...answer,
  document: LayoutDocument.parse(layout),
});

/** The home page as it is built, in another theme. */
export const homeIn = (theme: NonNullable<LayoutInput['theme']>) => released({ ...DEFAULT_HOME, theme });
