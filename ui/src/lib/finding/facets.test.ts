import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import type { CaseView } from '$lib/bindings/CaseView';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { Bulk, PUT_OFF } from './bulk.svelte';
import { NO_CONDITIONS, toggled, valuesOf } from './facets';
import { TableViews } from './table-views.svelte';

/** Six variants: VAF and effect as written, by a caller that says nothing of the laboratory's judgement. */
const RECORDS = [
  ['100', '0.02', 'missense_variant'],
  ['200', '0.05', 'missense_variant'],
  ['300', '0.049', 'synonymous_variant'],
  ['400', '0.30', 'synonymous_variant'],
  ['500', '0.48', 'stop_gained'],
  ['600', null, 'missense_variant'],
] as const;

function vcf(folder: string): string {
  const path = `${folder}/facets.vcf`;
  const lines = RECORDS.map(([position, vaf, effect]) => {
    const csq = `CSQ=T|${effect}|MODERATE|GENE${position}|ENST1|c.${position}C>T|p.Ala${position}Val`;
    const sample = vaf === null ? 'GT\t0/1' : `GT:AF\t0/1:${vaf}`;
    return `chr1\t${position}\t.\tC\tT\t50\tPASS\t${csq}\t${sample}`;
  });
  const head = [
    '##fileformat=VCFv4.2',
    '##contig=<ID=chr1>',
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=AF,Number=A,Type=Float,Description="Fraction">',
    '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ttumour',
  ];
  writeFileSync(path, [...head, ...lines, ''].join('\n'));
  return path;
}

let backend: PipeBackend;
let app: App;
let desk: CaseDesk;
let made: CaseView;
beforeEach(async () => {
  localStorage.clear();
  backend = await atDesk();
  made = (await backend.aside('intake', { paths: [vcf(backend.folder)] })).case;
  app = new App(backend);
  await app.start();
  desk = new CaseDesk(app, made.caseId);
  await desk.load();
  desk.go('shortVariant');
});

const genes = () => desk.rows.map((row) => row.subject).sort();

describe('conditions on the table', () => {
  it('take bounds of VAF as printed, both included, and leave out what has none', () => {
    desk.narrow({ ...NO_CONDITIONS, vafFrom: '5' });
    expect(genes()).toEqual(['GENE200', 'GENE400', 'GENE500']);
    desk.narrow({ ...NO_CONDITIONS, vafTo: '５％' });
    expect(genes(), 'full-width as typed').toEqual(['GENE100', 'GENE200', 'GENE300']);
    desk.narrow({ ...NO_CONDITIONS, vafFrom: 'five' });
    expect(genes(), 'what is no number bounds nothing').toHaveLength(6);
  });

  it('take any value of one facet, and ask for every facet', () => {
    desk.narrow(toggled(NO_CONDITIONS, 'effect', 'synonymous_variant'));
    expect(genes()).toEqual(['GENE300', 'GENE400']);
    desk.narrow(toggled(desk.conditions, 'effect', 'stop_gained'));
    expect(genes()).toEqual(['GENE300', 'GENE400', 'GENE500']);
    desk.narrow({ ...desk.conditions, vafFrom: '10' });
    expect(genes()).toEqual(['GENE400', 'GENE500']);
    expect(
      desk.rows.some((row) => row.findingId === desk.cursor),
      'the cursor is on one in sight',
    ).toBe(true);
  });

  it('name the values there are with their counts, in the language of the window', () => {
    const effects = valuesOf('effect', desk.worded, desk.conditions);
    expect(effects.map((one) => [one.value, one.count])).toEqual([
      ['missense_variant', 3],
      ['synonymous_variant', 2],
      ['stop_gained', 1],
    ]);
    expect(effects[0]!.label).toContain('ミスセンス');
  });

  it('do not take a finding from under the hands when its verdict ends the condition', async () => {
    desk.narrow(toggled(NO_CONDITIONS, 'judged', 'open'));
    const judged = desk.cursor;
    desk.verdict.chooseAt(0);
    await desk.verdict.save();
    expect(desk.rows.map((row) => row.findingId)).toContain(judged);
    desk.narrow({ ...desk.conditions });
    expect(
      desk.rows.map((row) => row.findingId),
      'asked anew it is gone',
    ).not.toContain(judged);
  });

  it('end with the part, and give way to a finding that is asked for by name', () => {
    const hidden = desk.rows.find((row) => row.subject === 'GENE500')!;
    desk.narrow(toggled(NO_CONDITIONS, 'effect', 'missense_variant'));
    desk.show(hidden.findingId);
    expect(desk.place).toBeGreaterThanOrEqual(0);
    desk.narrow(toggled(NO_CONDITIONS, 'effect', 'missense_variant'));
    desk.go('copyNumber');
    desk.go('shortVariant');
    expect(desk.rows).toHaveLength(6);
  });
});

describe('one verdict on all that meet conditions', () => {
  it('needs a reason, and records conditions and count with each verdict', async () => {
    desk.narrow({ ...toggled(NO_CONDITIONS, 'effect', 'synonymous_variant'), vafTo: '40' });
    const bulk = new Bulk(desk);
    expect(bulk.rows).toHaveLength(2);
    bulk.class = bulk.scale!.classes.at(-1)!.code;
    expect(await bulk.save(), 'no reason, no verdict').toBe(false);
    bulk.reason = '同義変異';
    expect(await bulk.save()).toBe(true);
    const judged = desk.view!.findings.filter((row) => row.verdicts.panel);
    expect(judged.map((row) => row.subject).sort()).toEqual(['GENE300', 'GENE400']);
    for (const row of judged) {
      expect(row.verdicts.panel!.rationale).toMatch(/^同義変異（一括判定：VAF 40 %以下.*同義.*、2件）$/u);
    }
  });

  it('leaves what is judged as it is, unless told otherwise', async () => {
    desk.show(desk.rows.find((row) => row.subject === 'GENE100')!.findingId);
    desk.verdict.chooseAt(0);
    await desk.verdict.save();
    const bulk = new Bulk(desk);
    expect([bulk.rows.length, bulk.judged]).toEqual([5, 1]);
    bulk.class = PUT_OFF;
    bulk.reason = '次回';
    await bulk.save();
    const of = (gene: string) => desk.view!.findings.find((row) => row.subject === gene)!.verdicts.panel!;
    expect(of('GENE100').deferred).toBeNull();
    expect(of('GENE200').deferred).toContain('次回');
    expect(of('GENE200').deferred).toContain('条件なし');
  });
});

describe('a saved view', () => {
  it('keeps conditions, order and columns with the window, and nothing that it does not understand', () => {
    const view = {
      name: '低VAF',
      conditions: { ...NO_CONDITIONS, vafTo: '5' },
      filter: 'GENE',
      order: 'vaf' as const,
      hidden: ['depth' as const],
    };
    new TableViews(localStorage).save(view);
    expect(new TableViews(localStorage).all).toEqual([view]);
    localStorage.setItem('finding-table', JSON.stringify({ hidden: 3, views: [{ name: 'x' }, view] }));
    expect(new TableViews(localStorage).all).toEqual([view]);
    localStorage.setItem('finding-table', '{');
    expect(new TableViews(localStorage).all).toEqual([]);
  });

  it('is made, called and forgotten by hand, and columns are put away', async () => {
    render(Window, { backend });
    const rows = await screen.findAllByTestId('case-row');
    await fireEvent.click(rows.find((row) => row.dataset['case'] === made.caseNo)!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    await screen.findAllByTestId('finding-row');
    await fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    const panel = await screen.findByTestId('conditions');
    expect(panel.contains(document.activeElement), 'the hands come to the fields').toBe(true);
    await fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('conditions')).toBeNull());
    expect(document.activeElement?.getAttribute('role'), 'and go back to the table').toBe('row');
    await fireEvent.keyDown(document.activeElement!, { key: 'f', ctrlKey: true });
    await screen.findByTestId('conditions');
    await fireEvent.input(screen.getByTestId('facet-vafTo'), { target: { value: '5' } });
    await waitFor(() => expect(screen.getAllByTestId('finding-row')).toHaveLength(3));
    expect(screen.getByTestId('conditions-shown').textContent).toContain('6件中 3件');
    expect(screen.getByRole('columnheader', { name: '深度' })).toBeTruthy();
    await fireEvent.click(screen.getByTestId('column-depth'));
    expect(screen.queryByRole('columnheader', { name: '深度' })).toBeNull();
    await fireEvent.input(screen.getByTestId('view-name'), { target: { value: '低VAF' } });
    await fireEvent.click(screen.getByTestId('view-save'));
    await fireEvent.click(screen.getByTestId('conditions-clear'));
    await waitFor(() => expect(screen.getAllByTestId('finding-row')).toHaveLength(6));
    await fireEvent.click(screen.getByTestId('view-低VAF'));
    await waitFor(() => expect(screen.getAllByTestId('finding-row')).toHaveLength(3));
    // Closed, it still says under which conditions one looks.
    await fireEvent.click(screen.getByTestId('conditions-open'));
    expect(screen.getByTestId('conditions-line').textContent).toContain('VAF 5 %以下');
  });
});
