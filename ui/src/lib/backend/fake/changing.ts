import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { GradeView } from '$lib/bindings/GradeView';
import { ME, settle } from './cases';
import type { FakeBackend } from './fake';
import { KNOWLEDGE } from './scales';

export const NOW = '2026-11-22T14:05:00+09:00';
export const HASH = 'a3f1c09e77d24b5f8e6d1c2b3a495867f0e1d2c3b4a5968778695a4b3c2d1e0f';

export function grade(scaleId?: string, code?: string): GradeView | null {
  const scale = KNOWLEDGE.scales.find((one) => one.id === scaleId);
  const found = scale?.classes.find((one) => one.code === code);
  if (!scale || !found) return null;
  return {
    scale: scale.id,
    scaleName: scale.name,
    class: found.code,
    className: found.name,
    weight: found.weight,
  };
}

export function changed(desk: FakeBackend, what: string, change: (view: CaseView) => CaseView): CaseView {
  const view = change(desk.view);
  desk.view = settle({ ...view, version: view.version + 1 });
  desk.history.push({
    version: desk.view.version,
    seq: desk.history.length + 2,
    at: NOW,
    by: ME.name,
    role: 'chair',
    kind: 'case',
    what: { ja: what, en: what },
    hash: HASH,
  });
  return desk.view;
}

export function finding(
  view: CaseView,
  ids: readonly string[],
  change: (row: FindingRow) => FindingRow,
): CaseView {
  return { ...view, findings: view.findings.map((row) => (ids.includes(row.findingId) ? change(row) : row)) };
}
