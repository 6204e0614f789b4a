import type { CaseRowView } from '$lib/bindings/CaseRowView';
import { speech } from '$lib/words/speech.svelte';

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** In what a case of the list was found: the field of its row that shows a word, else the record that the desk names. */
export function foundIn(row: CaseRowView, search: string): string {
  const t = speech.t;
  const fields: [string, string][] = [
    [t.list.caseNo, row.caseNo],
    [t.list.tumour, `${row.tumourType} ${row.oncotree ?? ''}`],
    [t.list.panel, row.panel],
  ];
  const words = folded(search).split(/\s+/u).filter(Boolean);
  const shown = words.flatMap((word) => fields.find(([, text]) => folded(text).includes(word))?.[0] ?? []);
  // What the row shows of the case needs no record named; what it does not show stands in one.
  const hidden = row.foundIn.filter((record) => record !== 'case' || shown.length < words.length);
  const records = shown.length === words.length ? [] : hidden.map((record) => t.list.record[record]);
  return t.list.foundIn(t.join.dots([...new Set([...shown, ...records])]));
}
