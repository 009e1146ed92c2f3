import type { ConfigFault } from '../platform/config';

/** One line: the variable or file it is about, and what to do, in Chinese. Never a secret's value. */
export type Finding = ConfigFault;

export interface Report {
  /** What must be put right. */
  faults: Finding[];
  /** What works, and could be better. */
  advice: Finding[];
  fine: Finding[];
}

export const emptyReport = (): Report => ({ faults: [], advice: [], fine: [] });

/** What the checks of one kind add to the report of all. */
export function join(reports: Report[]): Report {
  return {
    faults: unique(reports.flatMap(({ faults }) => faults)),
    advice: unique(reports.flatMap(({ advice }) => advice)),
    fine: unique(reports.flatMap(({ fine }) => fine)),
  };
}

function unique(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.name} ${finding.text}`, finding])).values()];
}

/** As the terminal shows it: what is wrong comes last, where one looks. */
export function reportLines({ faults, advice, fine }: Report): string[] {
  const lines = (mark: string, findings: Finding[]) => findings.map(({ name, text }) => `  ${mark} ${name}：${text}`);
  return [
    ...lines('✓', fine),
    ...lines('·', advice),
    ...lines('✗', faults),
    faults.length > 0 ? `要改正 ${faults.length} 处` : advice.length > 0 ? '没有错误，有建议' : '一切正常',
  ];
}
