import { ancestors, clips, describe, scrolls, shownElements, shownTexts } from './elements';
import type { Fault } from './fault';

const px = (value: number) => `${Math.round(value * 10) / 10} px`;

/** What reaches beyond the window or beyond its own box, sideways. */
export function overflow(): Fault[] {
  return [...ofDocument(), ...beyondWindow(), ...spilled()];
}

function ofDocument(): Fault[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [{ kind: 'overflow', element: 'document', measured: `${px(scrollWidth)} wide in ${px(clientWidth)}` }];
}

function beyondWindow(): Fault[] {
  const reported = new Set<Element>();
  const faults: Fault[] = [];
  for (const element of shownElements()) {
    const { left, right } = element.getBoundingClientRect();
    if (left >= -1 && right <= innerWidth + 1) continue;
    const owners = [...ancestors(element.parentElement)];
    if (owners.some((owner) => reported.has(owner) || scrolls(owner, 'x') || clips(owner, 'x'))) continue;
    reported.add(element);
    faults.push({ kind: 'overflow', element: describe(element), measured: `from ${px(left)} to ${px(right)}` });
  }
  return faults;
}

/** Text wider than the box it stands in runs into its neighbours. */
function spilled(): Fault[] {
  return shownTexts().flatMap(({ element, lines }) => {
    const box = [...ancestors(element)].find((one) => !/^(inline|contents)$/.test(getComputedStyle(one).display));
    if (!box || clips(box, 'x') || scrolls(box, 'x')) return [];
    const { left, right } = box.getBoundingClientRect();
    const line = lines.find((one) => one.right > right + 1.5 || one.left < left - 1.5);
    if (!line) return [];
    return [
      { kind: 'overflow', element: describe(element), measured: `text ${px(line.width)} in ${px(right - left)}` },
    ] as Fault[];
  });
}
