import type { StaffPeriod } from '@jishi/contract/plain/staff';
import { getFigures, type StaffFigures } from '@/api/staff';
import { keys } from '@/lib/queryKeys';
import { platform } from '@/platform';

/** Of one guide: another on the same phone must not see them. */
interface Kept {
  employeeId: string;
  figures: Partial<Record<StaffPeriod, StaffFigures>>;
}

const KEY = 'jishi.staffFigures';

/** A guide's figures of a period: the last ones at once, with their time, and new ones behind them. */
export function figuresQuery(employeeId: string | null, period: StaffPeriod) {
  return {
    queryKey: [...keys.staffFigures, employeeId, period],
    queryFn: async () => {
      const figures = await getFigures(period);
      if (employeeId !== null) keep(employeeId, period, figures);
      return figures;
    },
    initialData: () => figuresOf(employeeId)[period],
    // what came from the disk is never fresh
    initialDataUpdatedAt: 0,
  };
}

function keep(employeeId: string, period: StaffPeriod, figures: StaffFigures): void {
  const kept: Kept = { employeeId, figures: { ...figuresOf(employeeId), [period]: figures } };
  platform.writeText(KEY, JSON.stringify(kept));
}

function figuresOf(employeeId: string | null): Kept['figures'] {
  try {
    const kept = JSON.parse(platform.readText(KEY) ?? 'null') as Kept | null;
    return kept?.employeeId === employeeId ? kept.figures : {};
  } catch {
    return {};
  }
}
