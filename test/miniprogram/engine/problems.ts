import type { RequestRecord } from './network';
import type { OverflowRecord, PictureFault, Report } from './protocol';

export interface Evidence {
  report: Report;
  compileWarnings: string[];
  requests: RequestRecord[];
  /** The page on top, when it shows neither text nor picture. */
  blankPage?: string;
  overflow: OverflowRecord[];
  pictures: PictureFault[];
  unscripted: string[];
  browserErrors: string[];
}

/** Everything wrong with a run, a sentence each. */
export function listProblems(evidence: Evidence): string[] {
  const { report } = evidence;
  const times = (count: number) => (count > 1 ? ` (${count} times)` : '');
  const sentences = [
    ...evidence.compileWarnings.map((text) => `Package: ${text}`),
    ...(report.booted ? [] : ['The package did not start.']),
    ...(evidence.blankPage === undefined ? [] : [`The page ${evidence.blankPage} shows nothing.`]),
    ...report.errors.map((text) => `Page error: ${text}`),
    ...report.consoleErrors.map((text) => `Console error: ${text}`),
    ...evidence.browserErrors.map((text) => `Browser error: ${text}`),
    ...report.warnings.map((text) => `Engine warning: ${text}`),
    ...Object.entries(report.unknownApi).map(
      ([name, count]) => `Unknown API: ${name} is not in the vendor's typings${times(count)}`,
    ),
    ...Object.entries(report.missing).map(
      ([name, count]) => `Missing API: ${name} was called, but this runner does not implement it${times(count)}`,
    ),
    ...evidence.unscripted.map((text) => `Unscripted: ${text}`),
    ...evidence.requests.filter(isFaulty).map((request) => {
      const what = request.status ? `was answered ${request.status}` : `failed: ${request.failure}`;
      return `Request ${request.method} ${request.url} ${what}`;
    }),
    ...evidence.pictures.map(
      (fault) => `Missing picture on ${fault.page}: ${fault.src || '(no source)'} ${fault.reason}`,
    ),
    ...evidence.overflow.map(
      (item) => `Horizontal overflow: ${item.element} "${item.text}" reaches from ${item.left} to ${item.right} px`,
    ),
  ];
  return [...new Set(sentences)];
}

// a 4xx is an answer the package may well expect; an abort is the package's own wish
const isFaulty = (request: RequestRecord) =>
  !request.injected && (request.status >= 500 || (request.failure !== undefined && request.failure !== 'aborted'));
