import type { FiguresView } from '$lib/bindings/FiguresView';

const NAME = '<text x="0" y="8" font-size="7.2" font-weight="700" text-anchor="start" class="ink-text">';

/** A drawing in the shape of the desk's. */
export function FIGURES(findingId: string | null): FiguresView {
  if (findingId !== null && findingId !== 'F1')
    return { figures: [], undrawn: ['この遺伝子のタンパク質データなし'] };
  const title = findingId ? 'EGFR タンパク質上の位置' : 'VAF（%）と腫瘍細胞含有率';
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40" width="300" height="40" role="img">' +
    `<title>${title}</title><desc></desc>${NAME}${title}</text>` +
    '<rect x="0" y="24" width="300" height="5" class="ink-backbone"/>' +
    '<circle cx="212" cy="18" r="2.8" class="ink-finding"/></svg>';
  return { figures: [{ title, svg, caption: ['データ 2026-11-23 版'], findings: ['F1'] }], undrawn: [] };
}
