/** `13800006620` → `138****6620`: enough to tell two people apart, not enough to call them. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `林小满` → `林*`. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}*`;
}
