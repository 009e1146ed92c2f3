/**
 * The shop's page as an attacker would serve it to the editor's frame: forges, floods, reaches out. What it should never
 * have been able to do it writes into `#report`. Its second round waits for a press on `#trap`.
 */
export function hostileFrame(consoleUrl: string): string {
  // an end of a script in one of its texts would end the script
  const source = attack.toString().replaceAll('</', '<\\/');
  return `<!doctype html><meta charset="utf-8"><title>店</title>
<button id="trap" style="width:100%;height:300px">领券</button><pre id="report"></pre><p id="done"></p>
<script>(${source})(${JSON.stringify(consoleUrl)})</script>`;
}

/** Runs in the browser, on its own. */
function attack(consoleUrl: string): void {
  const protocol = 'jishi-preview/1';
  const report = document.getElementById('report')!;
  const done = document.getElementById('done')!;
  const tell = (message: unknown) => parent.postMessage(message, '*');
  /** Says so if `reach` comes through. */
  const mustFail = (what: string, reach: () => unknown) => {
    try {
      if (reach() !== undefined) report.textContent += `${what}; `;
    } catch {
      // as it should be
    }
  };

  const nobody = ['nobody', '__proto__', 'constructor', '', 'x'.repeat(1_000_000)];
  const odd: unknown[] = [null, undefined, 7, 9n, NaN, 'x', [], {}, new Map(), new Date(), new ArrayBuffer(8)];
  const many = Array.from({ length: 100_000 }, (_, index) => ({ blockId: `b${index}`, top: index, height: 1 }));
  function forge(): void {
    const drawn = { protocol, kind: 'drawn', revision: 1, boxes: [], hiddenBlockIds: [], failedBlockIds: [] };
    for (const blockId of [...nobody, ...odd]) tell({ protocol, kind: 'picked', blockId });
    for (const one of odd) {
      tell(one);
      tell({ protocol: one, kind: 'ready' });
      tell({ protocol, kind: one });
      tell({ protocol, kind: 'scrolled', top: one });
      tell({ protocol, kind: 'drawn', revision: one, boxes: one, hiddenBlockIds: one, failedBlockIds: one });
      tell({ ...drawn, boxes: [one, { blockId: one, top: one, height: one }], hiddenBlockIds: [one] });
    }
    tell({ protocol, kind: 'drawn' });
    tell({ ...drawn, boxes: many, hiddenBlockIds: many, failedBlockIds: many.map(({ blockId }) => blockId) });
    for (const key of ['__proto__', 'constructor']) {
      tell(JSON.parse(`{"protocol":"${protocol}","kind":"drawn","${key}":{"polluted":true},"boxes":[{"${key}":{}}]}`));
    }
    const cyclic: Record<string, unknown> = { protocol, kind: 'picked' };
    cyclic.blockId = cyclic;
    tell(cyclic);
    for (let count = 0; count < 3000; count++) {
      tell({ protocol, kind: 'ready' });
      tell({ protocol, kind: 'scrolled', top: count });
      tell({ ...drawn, revision: count });
    }
  }

  function reachOut(): void {
    mustFail('read the document', () => parent.document.body.innerHTML);
    mustFail('read the address', () => parent.location.href);
    mustFail('read the storage', () => parent.localStorage.length);
    mustFail('read the cookies', () => (document.cookie.includes('jishi-console') ? 1 : undefined));
    mustFail('left by the address', () => void (top!.location.href = `${consoleUrl}/orders`));
    mustFail('left by replacing', () => top!.location.replace('about:blank'));
    mustFail('opened a window', () => window.open(`${consoleUrl}/orders`, '_blank') ?? undefined);
    mustFail('opened above', () => window.open(`${consoleUrl}/orders`, '_top') ?? undefined);
    mustFail('asked', () => alert('密码？'));
    const link = document.body.appendChild(document.createElement('a'));
    Object.assign(link, { href: `${consoleUrl}/orders`, target: '_top' });
    link.click();
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { action: `${consoleUrl}/admin/layouts/1/rollback`, method: 'post', target: '_top' });
    form.submit();
  }

  /** Windows of other origins, and of this one, that are not the frame: all of them pick a block that does exist. */
  async function sendOthers(): Promise<void> {
    const source = `top.postMessage({protocol:'${protocol}',kind:'picked',blockId:'search'},'*')`;
    const page = `<script>${source};parent.postMessage('said','*')</script>`;
    for (const sandbox of ['allow-scripts', null]) {
      const other = document.createElement('iframe');
      if (sandbox) other.setAttribute('sandbox', sandbox);
      other.srcdoc = page;
      const said = new Promise((resolve) =>
        addEventListener('message', (event) => event.data === 'said' && resolve(0)),
      );
      document.body.append(other);
      await said;
    }
  }

  async function write(): Promise<void> {
    const body = JSON.stringify({ versionId: '1', document: { blocks: [] }, revision: 0, loginName: 'owner' });
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json'];
    const to = [
      ['PUT', '/admin/layouts/1/draft'],
      ['POST', '/admin/layouts/1/previews'],
      ['POST', '/admin/layouts/1/rollback'],
      ['DELETE', '/session'],
    ] as const;
    for (const [method, path] of to) {
      for (const type of types) {
        const headers = { 'content-type': type, ...(type === 'application/json' && { 'x-jishi-console': '1' }) };
        for (const mode of ['cors', 'no-cors'] as const) {
          const sent = fetch(consoleUrl + path, { method, mode, credentials: 'include', headers, body });
          const answer = await sent.catch(() => null);
          if (answer && answer.type !== 'opaque' && answer.ok) report.textContent += `${method} ${path}; `;
        }
      }
    }
    navigator.sendBeacon(`${consoleUrl}/admin/layouts/1/previews`, body);
    const read = await fetch(`${consoleUrl}/admin/orders`, { credentials: 'include' }).catch(() => null);
    if (read) report.textContent += 'read the orders; ';
  }

  async function round(name: string): Promise<void> {
    forge();
    reachOut();
    await write();
    await sendOthers();
    forge();
    done.textContent = `${name}完`;
  }
  document.getElementById('trap')!.addEventListener('click', () => void round('第二轮'));
  void round('第一轮');
}
