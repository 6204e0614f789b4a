import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import type { FindingRow } from '$lib/bindings/FindingRow';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { blankColumns, columnsOf } from './columns';

let rows: readonly FindingRow[];
beforeEach(async () => {
  const backend = await atDesk();
  const { findings } = await backend.change('enter_finding', {
    kind: 'shortVariant',
    gene: 'MET',
    hgvsC: 'c.3082+1G>T',
    laboratoryVerdict: '病的',
    reason: '紙の報告書',
  });
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  desk.go('shortVariant');
  rows = desk.rows;
  expect(findings.length).toBeGreaterThan(rows.length);
});

describe('the columns of a part', () => {
  it('give way where they are blank before any that says something', () => {
    const blank = blankColumns(rows);
    expect(blank.has('ccat')).toBe(true);
    expect(blank.has('laboratory')).toBe(false);
    const all = columnsOf('shortVariant', Infinity, blank);
    expect(all.folded).toEqual([]);
    for (let room = 260; room > 100; room -= 5) {
      const { folded } = columnsOf('shortVariant', room, blank);
      const said = folded.filter((name) => !blank.has(name));
      if (said.length > 0) expect(folded, String(room)).toContain('ccat');
    }
    expect(columnsOf('shortVariant', 205, blank).folded).toContain('ccat');
    expect(columnsOf('shortVariant', 205, blank).names).toContain('laboratory');
  });
});
