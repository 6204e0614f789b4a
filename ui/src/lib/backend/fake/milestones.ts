import type { MilestoneView } from '$lib/bindings/MilestoneView';

const line = (milestone: string, letter: string | null, editable = true): MilestoneView => ({
  milestone,
  letter,
  happened: null,
  on: null,
  remark: null,
  by: null,
  editable,
});

/** A ledger with nothing in it but the receipt. */
export const MILESTONES: MilestoneView[] = [
  line('specimenSent', 'イ'),
  { ...line('received', 'ウ', false), happened: true, on: '2026-11-06' },
  line('panelHeld', 'エ', false),
  line('resultReceived', 'オ'),
  line('explained', 'カ'),
  line('newTreatmentExplained', 'キ'),
  line('consent', 'ク'),
  line('submitted', 'ケ'),
  line('treatmentStarted', null),
  line('followUpEnded', null),
];
