import type { CaseRowView } from '$lib/bindings/CaseRowView';
import { speech } from '$lib/words/speech.svelte';

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** In what a case of the list was found, as far as its row shows it. The desk says which cases hold the words, not
 *  where: what no field of the row holds stands in the record of the case, and more is not claimed. */
export function foundIn(row: CaseRowView, search: string): string {
  const t = speech.t;
  const fields: [string, string][] = [
    [t.list.caseNo, row.caseNo],
    [t.list.tumour, `${row.tumourType} ${row.oncotree ?? ''}`],
    [t.list.panel, row.panel],
  ];
  const words = folded(search).split(/\s+/u).filter(Boolean);
  const names = words.map(
    (word) => fields.find(([, text]) => folded(text).includes(word))?.[0] ?? t.list.inRecord,
  );
  return t.list.foundIn(t.join.dots([...new Set(names)]));
}
