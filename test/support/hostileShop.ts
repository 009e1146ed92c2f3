import { CreateProduct } from '@jishi/contract/admin/products';
import { adminRoutes, type AdminRoutes } from '@jishi/contract/admin/routes';
import { BLOCK_KINDS, BLOCK_SHAPES, type BlockKind } from '@jishi/contract/layoutBlocks';
import { CUBE_CELLS } from '@jishi/contract/plain/layouts';
import { askAs, type Ask } from './caller';
import { PASSWORD, type ConsoleShop } from './consoleShop';
import { HOSTILE_HTML, hostileFill } from './hostileFill';

export interface HostileShop {
  productId: string;
  /** Saves the home page's draft: one block of each kind, every text of it an attack. Answers their kinds. */
  draft(turn: number): Promise<string[]>;
  /** Releases such a page as the campaign `evil-<turn>`, with targets that exist. Answers what the gate had against it. */
  publish(turn: number): Promise<unknown[]>;
}

const FILM = `https://127.0.0.1/"onload="p()//.mp4`;
/** To everybody, now. */
const SHOWN = { from: undefined, platforms: undefined, login: undefined };
const POSTER = { url: '/assets/demo/banner-1.jpg', width: 1053, height: 468, alt: '<svg onload=p()>' };
const TITLE = '<svg onload=p()>';

/** Adds to a shop what an employee with bad intentions can: every name and every text is an attack. */
export async function hostileShop({ url }: ConsoleShop): Promise<HostileShop> {
  const nobody = askAs(url, '');
  const { token } = await nobody('POST', '/admin/sessions', { loginName: 'owner', password: PASSWORD });
  const ask = askAs(url, token);
  for (const turn of [1, 2, 3]) await addNames(ask, turn);
  const [productId] = [await addProduct(ask, 0), await addProduct(ask, 1), await addProduct(ask, 2)];
  const real = { url: '/assets/demo/banner-1.jpg', productId, ids: [productId], slug: 'evil-1' };
  return {
    productId,
    async draft(turn) {
      const { revision } = await ask('GET', '/admin/layouts/1/draft');
      const document = { contract: 1, page: 'home', title: TITLE, blocks: blocksOf(turn, SHOWN) };
      await ask('PUT', '/admin/layouts/1/draft', { document, revision });
      return [...BLOCK_KINDS];
    },
    async publish(turn) {
      const { page, revision } = await ask('POST', '/admin/layouts', { slug: `evil-${turn}`, title: TITLE });
      const blocks = blocksOf(turn, { ...real, storeIds: undefined, visible: undefined });
      const document = { contract: 1, page: 'campaign', title: TITLE, blocks };
      const { problems } = await ask('PUT', `/admin/layouts/${page.id}/draft`, { document, revision });
      const errors = problems.filter(({ level }: { level: string }) => level === 'error');
      if (errors.length > 0) return errors;
      await ask('POST', `/admin/layouts/${page.id}/releases`, { arms: [{ versionId: null, weight: 100 }] });
      return [];
    },
  };
}

function blocksOf(turn: number, known: Record<string, unknown>): unknown[] {
  return BLOCK_KINDS.map((kind: BlockKind, index) => {
    // the number of a cube's pictures is no part of its schema
    const preset = 'oneTwo';
    const length = CUBE_CELLS[preset];
    const ofKind = { cube: { preset }, video: { url: FILM, poster: POSTER } } as Record<string, object>;
    const all = { id: `b${index}`, ...known, ...ofKind[kind] };
    const block = hostileFill(BLOCK_SHAPES[kind], turn, all) as { props: Cells };
    if (kind === 'cube') block.props.cells = Array.from({ length }, () => block.props.cells![0]);
    return block;
  });
}
type Cells = { cells?: unknown[] };

async function addNames(ask: Ask, turn: number): Promise<void> {
  const fill = (name: keyof AdminRoutes, known: object) =>
    hostileFill((adminRoutes[name] as unknown as { body: Parameters<typeof hostileFill>[0] }).body, turn, {
      parentId: null,
      storeIds: [],
      imageUrl: null,
      ...known,
    }) as object;
  await ask('POST', '/admin/categories', fill('POST /admin/categories', { slug: `evil-${turn}` }));
  const place = { lat: 30, lng: 120, opensAt: '09:00', closesAt: '21:00', isActive: true };
  await ask('POST', '/admin/stores', fill('POST /admin/stores', place));
  const account = { loginName: `evil${turn}`, password: PASSWORD, role: 'marketer' };
  await ask('POST', '/admin/employees', fill('POST /admin/employees', account));
  await ask('PUT', '/admin/hot-words', fill('PUT /admin/hot-words', {}));
}

async function addProduct(ask: Ask, turn: number): Promise<string> {
  const { items } = await ask('GET', '/admin/categories');
  const value = '<svg onload=p()>';
  const known = {
    handle: `evil-${turn}`,
    state: 'on_shelf',
    categoryIds: [items.at(-1).id],
    options: [{ name: `'"><svg/onload=p()>`, values: [value] }],
    skus: [{ optionValues: [value], priceFen: 100, stock: 5 }],
    video: null,
    descriptionHtml: HOSTILE_HTML,
  };
  return (await ask('POST', '/admin/products', hostileFill(CreateProduct, turn, known) as object)).id;
}
