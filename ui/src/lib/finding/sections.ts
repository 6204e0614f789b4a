import type { FindingDetailView } from '$lib/bindings/FindingDetailView';
import type { FindingRow } from '$lib/bindings/FindingRow';

/** What the detail of a finding says, in the order of a good discussion. */
export const SECTIONS = ['seen', 'sources', 'evidence', 'recall', 'opinions', 'germline'] as const;
export type Section = (typeof SECTIONS)[number];

/** The name of a section on the page, for whatever leads there. */
export const sectionId = (section: Section): string => `finding-${section}`;

/** Whether the files, the laboratory or a person say more of a finding than its row does. */
export function saysMore(row: FindingRow, detail: FindingDetailView | null): boolean {
  return (
    row.entered !== null ||
    row.differences.length > 0 ||
    (detail !== null &&
      (detail.statements.length > 0 || detail.further.length > 0 || detail.twins.length > 0))
  );
}

/** What scrolls a part of the page: itself, or in a low window what stands around it. */
export function scrollerOf(part: HTMLElement): HTMLElement {
  for (let one: HTMLElement | null = part; one; one = one.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(one).overflowY)) return one;
  return part;
}

/** Puts the beginning of a section at the top of what scrolls. */
export function bringUp(part: HTMLElement, section: HTMLElement): void {
  const scroller = scrollerOf(part);
  const below = section.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += below;
}

/** The next section below the top of what scrolls, or the one before it. */
export function scrollBeside(part: HTMLElement, by: 1 | -1): void {
  const scroller = scrollerOf(part);
  const top = scroller.getBoundingClientRect().top;
  const places = SECTIONS.flatMap((name) => document.getElementById(sectionId(name)) ?? []).filter((one) =>
    scroller.contains(one),
  );
  const beyond = (one: HTMLElement) => one.getBoundingClientRect().top - top;
  // A pixel of tolerance: places are fractions of one.
  const next = by > 0 ? places.find((one) => beyond(one) > 1) : places.findLast((one) => beyond(one) < -1);
  if (next) bringUp(scroller, next);
}
