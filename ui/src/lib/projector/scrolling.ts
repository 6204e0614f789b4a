import { scrollerOf } from '$lib/finding/sections';

/** How far a key scrolls what is said of a finding. */
export type Step = 'down' | 'up' | 'start' | 'end';

/** What stays in sight of a page when the next one comes: whoever reads along finds the line again. */
const OVERLAP = 0.15;

export function scrollBy(part: HTMLElement, step: Step): void {
  const scroller = scrollerOf(part);
  const page = scroller.clientHeight * (1 - OVERLAP);
  if (step === 'start') scroller.scrollTop = 0;
  else if (step === 'end') scroller.scrollTop = scroller.scrollHeight;
  else scroller.scrollTop += step === 'down' ? page : -page;
}
