import type { RequestRecord } from './network';
import { listProblems } from './problems';
import type { CallRecord, OverflowRecord, PageRecord, PictureFault, Report, SetDataRecord } from './protocol';
import type { Session } from './session';

export interface Mark {
  setData: number;
  launch: number;
}

/** What a test can know about a running mini-program. */
export class Observer {
  /** Reports of earlier launches: a relaunch must not forget their faults. */
  private readonly earlier: Report[] = [];

  constructor(protected readonly session: Session) {}

  /** Every call of the native object, oldest first; `api` picks one name. */
  async calls(api?: string): Promise<CallRecord[]> {
    const calls = [...this.earlier, await this.report()].flatMap((report) => report.calls);
    return api ? calls.filter((call) => call.api === api) : calls;
  }

  requests(): RequestRecord[] {
    return [...this.session.network.requests];
  }

  /** setData calls of this launch, with bytes and the page they are booked on. */
  async setData(): Promise<SetDataRecord[]> {
    return (await this.report()).setData;
  }

  async pages(): Promise<PageRecord[]> {
    return (await this.report()).pages;
  }

  async toasts(): Promise<string[]> {
    return (await this.report()).toasts;
  }

  storage(): Promise<Record<string, unknown>> {
    return this.call('storage');
  }

  /** Elements that stick out of the page on top to the left or right. */
  overflow(): Promise<OverflowRecord[]> {
    return this.call('overflow');
  }

  async mark(): Promise<Mark> {
    return { setData: (await this.setData()).length, launch: this.earlier.length };
  }

  /** setData calls, bytes and ms since the mark. */
  async since(mark: Mark): Promise<{ calls: number; bytes: number; ms: number }> {
    if (mark.launch !== this.earlier.length) throw new Error('the mark was taken before a relaunch');
    const records = (await this.setData()).slice(mark.setData);
    const sum = (key: 'bytes' | 'ms') => records.reduce((total, record) => total + record[key], 0);
    return { calls: records.length, bytes: sum('bytes'), ms: Number(sum('ms').toFixed(1)) };
  }

  /** ms from the start of the package's code to the first frame with content on its first page. */
  async firstContent(): Promise<number> {
    const { pages, marks } = await this.report();
    return Number(((pages[0]?.firstContent ?? Number.NaN) - (marks.appStart ?? 0)).toFixed(1));
  }

  /**
   * Everything wrong with the run so far and with the page on top, a sentence each; empty means clean.
   * @param except sentences that a scenario expects
   */
  async problems(except: RegExp[] = []): Promise<string[]> {
    const { session } = this;
    const report = await this.report();
    const shown = await this.call<PictureFault[]>('pictures', session.timeout).catch(() => []);
    const overflow = await this.call<OverflowRecord[]>('overflow').catch(() => []);
    const evidence = {
      compileWarnings: [],
      requests: [],
      unscripted: [],
      browserErrors: [],
      overflow: [],
      pictures: [],
    };
    const before = this.earlier.flatMap((old) =>
      listProblems({ ...evidence, report: old, pictures: this.blamed(old) }),
    );
    const current = listProblems({
      report,
      compileWarnings: session.compileWarnings,
      requests: session.network.requests,
      blankPage: await this.call<string | undefined>('blankPage').catch(() => undefined),
      overflow,
      pictures: [...this.blamed(report), ...shown, ...this.lostElsewhere(report)],
      unscripted: session.answers.unscripted,
      browserErrors: session.browserErrors,
    });
    const all = [...new Set([...before, ...current])];
    return all.filter((sentence) => !except.some((expected) => expected.test(sentence)));
  }

  /** Picture faults that no injected fault explains. */
  private blamed(report: Report): PictureFault[] {
    return report.pictures.filter((fault) => !this.session.network.lostPictures.has(fault.src));
  }

  /** Backgrounds and tab icons: lost by the network, but in no image element. */
  private lostElsewhere(report: Report): PictureFault[] {
    const known = new Set([...this.earlier, report].flatMap((old) => old.pictures.map((fault) => fault.src)));
    return this.session.lostPictures
      .filter(({ url }) => !known.has(url))
      .map(({ url, reason }) => ({ page: 'a style or the tab bar', src: url, reason }));
  }

  protected report(): Promise<Report> {
    return this.call<Report>('report');
  }

  /** Text, not a function: jest's transform would put helpers into it that the browser lacks. */
  protected call<T>(name: string, ...args: unknown[]): Promise<T> {
    const list = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(',');
    return this.session.page.evaluate<T>(`window.__mp.${name}(${list})`);
  }

  protected async keepReport(): Promise<void> {
    this.earlier.push(await this.report());
  }
}
