import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { PARTS } from '$lib/case/parts';
import { speech } from '$lib/words/speech.svelte';
import type { Entry } from './palette';
import { shown, wordsNamed } from './table';

/** What can be found in the case on the table, and done there: each says what it is and of which case. */
export function ofCase(desk: CaseDesk): { acts: Entry[]; found: Entry[] } {
  const view = desk.view;
  if (!view) return { acts: [], found: [] };
  const t = speech.t;
  const here = t.palette.inCase(view.caseNo);
  const dialog = (which: NonNullable<CaseDesk['dialog']>) => () => (desk.dialog = which);
  const acts: Entry[] = PARTS.map((part) => ({
    id: `part-${part}`,
    group: 'part',
    text: t.parts[part],
    more: shown('parts', part),
    run: () => desk.go(part),
  }));
  acts.push(
    {
      id: 'recommend',
      group: 'act',
      text: t.treatment.add,
      more: shown('case', 'recommend'),
      run: dialog('recommend'),
    },
    { id: 'nothing', group: 'act', text: t.treatment.addNothing, run: dialog('nothing') },
    {
      id: 'refer',
      group: 'act',
      text: t.treatment.refer,
      more: shown('case', 'trial'),
      run: dialog('refer'),
    },
    {
      id: 'projecting',
      group: 'act',
      text: t.projector.open,
      more: shown('case', 'project'),
      run: () => (desk.app.projecting = true),
    },
    {
      id: 'second',
      group: 'act',
      text: desk.app.second.open ? t.projector.secondClose : t.projector.second,
      more: shown('case', 'second'),
      run: () => void desk.app.second.turn(),
    },
    ...(['summary', 'sign', 'finalise', 'print', 'explain'] as const).map((way): Entry => ({
      id: way,
      group: 'act',
      text: wordsNamed(`ways.${way}`, t),
      more: shown('ways', way),
      run: () => void desk.lead(way),
    })),
    { id: 'enter', group: 'act', text: t.enter.title, run: dialog('enter') },
  );

  const found: Entry[] = [];
  const treatment = () => desk.go('treatment');
  const standing = view.recommendations.filter((one) => one.withdrawn === null);
  for (const one of standing)
    for (const drug of one.drugs)
      found.push({
        id: `drug-${one.recommendationId}-${drug}`,
        group: 'drug',
        text: drug,
        more: t.join.dots([t.parts.treatment, here]),
        run: treatment,
      });
  const trials = new Map<string, string>();
  for (const one of standing) if (one.trial) trials.set(one.trial, one.text ?? '');
  for (const one of view.referrals)
    trials.set(one.trial, t.join.dots([one.title ?? '', ...one.drugs].filter(Boolean)));
  for (const [trial, more] of trials)
    found.push({
      id: `trial-${trial}`,
      group: 'trial',
      text: trial,
      more: t.join.dots([more, here].filter(Boolean)),
      run: treatment,
    });
  for (let revision = view.revision; revision > 0; revision -= 1)
    found.push({
      id: `revision-${revision}`,
      group: 'document',
      text: t.join.dots([t.documents.title, t.strip.revisionNo(revision)]),
      more: here,
      run: () => desk.go('documents'),
    });
  for (const row of view.findings)
    found.push({
      id: row.findingId,
      group: 'finding',
      text: `${row.subject} ${row.hgvsP ?? row.hgvsC ?? speech.change(row)}`,
      more: t.join.dots([row.findingId, `${t.table.gene} ${row.subject}`, here]),
      run: () => desk.show(row.findingId),
    });
  return { acts, found };
}
