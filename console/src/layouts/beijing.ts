import dayjs, { type Dayjs } from 'dayjs';

const OFFSET_MS = 8 * 3_600_000;

/** For a picker of antd, which knows only this computer's clock: a time that reads there as it does in Beijing. */
export function toPicker(time: string): Dayjs {
  return dayjs(new Date(Date.parse(time) + OFFSET_MS).toISOString().slice(0, 19));
}

/** What was read from such a picker, in UTC. */
export function fromPicker(picked: Dayjs): string {
  return new Date(Date.parse(`${picked.format('YYYY-MM-DDTHH:mm')}:00Z`) - OFFSET_MS).toISOString();
}
