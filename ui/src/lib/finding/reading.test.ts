import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import type { CaseView } from '$lib/bindings/CaseView';
import type { ReadView } from '$lib/bindings/ReadView';
import { speech } from '$lib/words/speech.svelte';
import { differing, pendingOf, whyNot } from './reread';

let backend: PipeBackend;
const sent = (name: string) => backend.calls.filter((call) => call.name === name).map((call) => call.args);
const said = (text: string) => ({ ja: text, en: text });
async function onCase() {
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-shortVariant'));
}
const rowOf = async (findingId: string) =>
  (await screen.findAllByTestId('finding-row')).find((row) => row.dataset.finding === findingId)!;
const detail = () => within(screen.getByTestId('finding-detail'));

describe('the transcript that speaks for a finding', () => {
  beforeEach(async () => void (backend = await atDesk('annotated')));

  it('says why it was chosen, by which version of the order, and stands marked before the others', async () => {
    await onCase();
    await fireEvent.click(await rowOf('F1'));
    const choice = within(await screen.findByTestId('choice'));
    expect(choice.getByText(speech.word('chosenGene.severity'))).toBeTruthy();
    expect(choice.getByText(speech.word('chosen.maneSelect'))).toBeTruthy();
    expect(choice.getByText('2026-11-29')).toBeTruthy();
    const all = await screen.findAllByTestId('consequence');
    expect(all.map((one) => one.dataset.transcript)).toEqual(['NM_005228.5', 'NR_047551.1']);
    expect(within(all[0]!).getByTestId('consequence-speaks')).toBeTruthy();
    expect(within(all[0]!).getByText('MANE Select')).toBeTruthy();
    expect(all[0]!.textContent).toContain(speech.t.consequence.impact('MODERATE'));
    expect(within(all[1]!).queryByTestId('consequence-speaks')).toBeNull();
  });

  it('tells in the row and in the detail that another one is hit harder, and only there', async () => {
    await onCase();
    const marked = (await screen.findAllByTestId('finding-row')).filter((row) =>
      within(row).queryByTestId('flag-more-severe'),
    );
    expect(marked.map((row) => row.dataset.finding)).toEqual(['F3']);
    await fireEvent.click(marked[0]!);
    const said = await screen.findByTestId('more-severe');
    for (const word of ['ENST00000683543.2', 'frameshift_variant', 'p.Gln3609fs', 'KMT2D-AS1'])
      expect(said.textContent).toContain(word);
    await fireEvent.click(await rowOf('F1'));
    await waitFor(() => expect(screen.queryByTestId('more-severe')).toBeNull());
  });

  it('gives way to another one with a reason, and to none without', async () => {
    await onCase();
    await fireEvent.click(await rowOf('F3'));
    const buttons = await detail().findAllByTestId('consequence-choose');
    await fireEvent.click(buttons[0]!);
    const confirm = await screen.findByTestId<HTMLButtonElement>('choose-confirm');
    await fireEvent.input(screen.getByTestId('choose-reason'), { target: { value: '　 ' } });
    expect(confirm.disabled).toBe(true);
    await fireEvent.click(confirm);
    expect(sent('choose_consequence')).toEqual([]);
    await fireEvent.input(screen.getByTestId('choose-reason'), { target: { value: ' 院内で検証済み ' } });
    await fireEvent.click(confirm);
    await waitFor(() =>
      expect(sent('choose_consequence')).toEqual([
        {
          caseId: backend.caseId,
          expectedVersion: 1,
          findingId: 'F3',
          transcript: 'ENST00000683543.2',
          gene: 'KMT2D',
          reason: '院内で検証済み',
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByTestId('choose-dialog')).toBeNull());
    await waitFor(() =>
      expect(screen.getAllByTestId('consequence').map((one) => one.dataset.transcript)[0]).toBe(
        'ENST00000683543.2',
      ),
    );
    const choice = screen.getByTestId('choice').textContent;
    for (const word of [
      speech.word('chosen.person'),
      '佐藤 恵子',
      speech.word('role.chair'),
      '院内で検証済み',
    ])
      expect(choice).toContain(word);
    const harder = screen.getByTestId('more-severe').textContent;
    expect(harder, 'it speaks now').not.toContain('ENST00000683543.2');
    expect(harder, 'a lost splice site weighs more still').toContain('KMT2D-AS1');
  });

  it('keeps the dialog with the words of a refusal', async () => {
    await onCase();
    await fireEvent.click(await rowOf('F3'));
    await fireEvent.click((await detail().findAllByTestId('consequence-choose'))[0]!);
    await fireEvent.input(await screen.findByTestId('choose-reason'), { target: { value: '理由' } });
    backend.refuse.set('choose_consequence', refusal('invalid', '確認', { reason: '長すぎます。' }));
    await fireEvent.click(screen.getByTestId('choose-confirm'));
    const dialog = within(await screen.findByTestId('choose-dialog'));
    expect(await dialog.findByText('長すぎます。')).toBeTruthy();
    expect(screen.getByTestId<HTMLTextAreaElement>('choose-reason').value).toBe('理由');
  });

  it('has no button for a consequence without a transcript', async () => {
    await onCase();
    await fireEvent.click(await rowOf('F2'));
    await waitFor(() => expect(screen.getAllByTestId('consequence')).toHaveLength(4));
    expect(screen.getAllByTestId('consequence-choose')).toHaveLength(2);
  });

  it('stays where the member may not choose, and says why', async () => {
    backend = await atDesk('annotated', 'takahashi');
    await onCase();
    await fireEvent.click(await rowOf('F2'));
    const buttons = await screen.findAllByTestId<HTMLButtonElement>('consequence-choose');
    expect(buttons.every((one) => one.disabled)).toBe(true);
    const why = speech.t.app.notAllowed(speech.word('role.geneticCounsellor'));
    expect(within(screen.getByTestId('consequences')).getByText(why)).toBeTruthy();
  });

  it('stays once the report is finalised', async () => {
    backend = await atDesk('settled');
    await onCase();
    await fireEvent.click(await rowOf('F2'));
    const buttons = await screen.findAllByTestId<HTMLButtonElement>('consequence-choose');
    expect(buttons.every((one) => one.disabled)).toBe(true);
    expect(buttons[0]!.title).toBe(speech.t.verdict.finalised);
  });
});

describe('two readings of one record', () => {
  const read = (more: Partial<ReadView>): ReadView => ({
    ...{ kind: 'shortVariant', subject: 'KRAS', change: 'p.Gly12Asp', hgvsC: 'c.35G>A', hgvsP: 'p.Gly12Asp' },
    ...{ transcript: 'NM_004985.5', position: '12:25398284 C>T', changeInWords: null },
    ...{ effects: ['missense_variant'], effectsInWords: [said('missense_variant')] },
    ...{ values: [], valuesInWords: [] },
    ...{ vafText: '31.0 %', depth: 400, alternateDepth: 124, origin: 'somatic', sample: 'T01' },
    ...more,
  });
  const parts = (was: ReadView, now: ReadView) => differing(was, now).map((one) => one.part);

  it('show only the fields in which they differ, and a change said twice once', () => {
    const now = read({ change: 'p.Gly12Val', hgvsC: 'c.35G>T', hgvsP: 'p.Gly12Val' });
    expect(differing(read({}), now)).toEqual([
      { part: speech.word('finding.protein'), was: 'p.Gly12Asp', now: 'p.Gly12Val' },
      { part: speech.word('finding.coding'), was: 'c.35G>A', now: 'c.35G>T' },
    ]);
  });

  it('leave no difference untold', () => {
    const others: Partial<ReadView>[] = [
      { kind: 'biomarker' },
      ...[{ subject: 'NRAS' }, { change: 'other' }, { hgvsC: null }, { hgvsP: null }],
      ...[{ transcript: null }, { effectsInWords: [] }, { position: '' }, { vafText: null }, { depth: 1 }],
      ...[{ alternateDepth: null }, { valuesInWords: [said('1')] }, { sample: null }],
      { origin: 'germline' },
    ];
    for (const one of others)
      expect(parts(read({}), read(one)).length, JSON.stringify(one)).toBeGreaterThan(0);
    expect(parts(read({}), read({}))).toEqual([]);
  });

  it('are taken together where a finding has a record in several files', () => {
    const one = { findingId: 'F1', was: read({}), now: read({ depth: 1 }) };
    const both = pendingOf([
      { ...one, source: 'a.vcf', canBeTaken: true },
      { ...one, source: 'b.xml', now: null, canBeTaken: false },
      { ...one, findingId: 'F2', source: 'a.vcf', canBeTaken: true },
    ]);
    expect(both.map((each) => [each.findingId, each.readings.length, each.canBeTaken])).toEqual([
      ['F1', 2, false],
      ['F2', 1, true],
    ]);
  });

  it('say why the later one cannot be taken', () => {
    const why = (now: ReadView | null) =>
      whyNot({ findingId: 'F1', source: 'a.vcf', was: read({}), now, canBeTaken: false });
    expect(why(null)).toContain(speech.t.readAnew.instead0);
    expect(why(read({ origin: 'germline' }))).toContain(speech.t.readAnew.becauseOrigin);
    expect(why(read({ kind: 'biomarker' }))).toContain(speech.t.readAnew.becauseKind);
  });
});

describe('findings that would read otherwise now', () => {
  beforeEach(async () => {
    backend = await atDesk('anew');
  });
  const type = (text: string) =>
    fireEvent.input(screen.getByTestId('read-anew-reason'), { target: { value: text } });
  const button = (which: 'take' | 'keep') => screen.getByTestId<HTMLButtonElement>(`read-anew-${which}`);
  const card = (findingId: string) =>
    screen.getAllByTestId('reread').find((one) => one.dataset.finding === findingId)!;

  it('are counted above every part, folded up until somebody looks', async () => {
    const call = backend.call.bind(backend);
    // Where the original of a file cannot be read any more.
    backend.call = async (name, args) => {
      const answer = await call(name, args);
      if (name !== 'open_case') return answer;
      const view = answer as CaseView;
      const unreadable = ['LUAD-2025-old-report.xml'];
      return { ...view, readAnew: { ...view.readAnew, unreadable } } as typeof answer;
    };
    await onCase();
    expect(screen.getByTestId('read-anew-headline').textContent).toContain(speech.t.readAnew.count(4));
    expect(screen.queryByTestId('reread')).toBeNull();
    await fireEvent.click(screen.getByTestId('part-meeting'));
    expect(screen.getByTestId('read-anew')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(screen.getAllByTestId('reread')).toHaveLength(4);
    expect(screen.getByTestId('read-anew-appeared').textContent).toContain('RB1 p.Arg320Ter');
    expect(screen.getByTestId('read-anew-unreadable').textContent).toContain('LUAD-2025-old-report.xml');
  });

  it('are where the gap leads, with the hands on the first of them', async () => {
    await onCase();
    await fireEvent.click(screen.getByTestId('gap-readsOtherwise'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('reread-F3')));
    await fireEvent.click(screen.getByTestId('part-documents'));
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(screen.queryByTestId('reread')).toBeNull();
    await fireEvent.click(await screen.findByTestId('gap-go-readsOtherwise'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('reread-F3')));
    expect(screen.getByTestId('gap-go-readsOtherwise'), 'the part stays').toBeTruthy();
  });

  it('show what was and what is now, and send the decision with its reason', async () => {
    await onCase();
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    const tp53 = card('F3');
    const line = within(tp53).getByText('c.817C>T').closest('tr')!;
    expect(within(line).getByText('c.818G>A')).toBeTruthy();
    expect(tp53.textContent).toContain('LUAD-demo.cats.json');
    expect(tp53.textContent, 'what is the same is not repeated').not.toContain('NM_000546.6');
    await fireEvent.click(screen.getByTestId('reread-F3'));
    expect([button('take').disabled, button('keep').disabled], 'without a reason').toEqual([true, true]);
    await type('原本で確認');
    await fireEvent.click(button('take'));
    await waitFor(() =>
      expect(sent('decide_readings')).toEqual([
        { caseId: backend.caseId, expectedVersion: 1, findingIds: ['F3'], take: true, reason: '原本で確認' },
      ]),
    );
    await waitFor(() => expect(screen.getAllByTestId('reread')).toHaveLength(3));
    expect((await rowOf('F3')).textContent).toContain('p.Arg273His');
    expect(screen.getByTestId<HTMLInputElement>('read-anew-reason').value).toBe('');
  });

  it('can only be kept where the later reading is no finding or another one', async () => {
    await onCase();
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(card('F5').textContent).toContain(speech.t.readAnew.noFinding);
    expect(within(card('F7')).getByTestId('reread-why-not').textContent).toContain(
      speech.t.readAnew.becauseOrigin,
    );
    expect(within(card('F3')).queryByTestId('reread-why-not')).toBeNull();
    await fireEvent.click(screen.getByTestId('reread-F3'));
    await fireEvent.click(screen.getByTestId('reread-F5'));
    await type('読み込み時の報告書のとおり');
    expect(button('take').disabled).toBe(true);
    expect(screen.getByTestId('read-anew-barred').textContent).toContain('F5');
    await fireEvent.click(button('keep'));
    await waitFor(() =>
      expect(sent('decide_readings')).toMatchObject([{ findingIds: ['F3', 'F5'], take: false }]),
    );
    await waitFor(() => expect(screen.getAllByTestId('reread')).toHaveLength(2));
    expect((await rowOf('F3')).textContent, 'as loaded').toContain('p.Arg273Cys');
  });

  it('keep what was typed while folded up, and count it as not recorded', async () => {
    await onCase();
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    await type('書きかけ');
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(screen.getByTestId('save-state').textContent).toContain(speech.t.app.unsaved(1));
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(screen.getByTestId<HTMLInputElement>('read-anew-reason').value).toBe('書きかけ');
    await fireEvent.click(screen.getByTestId('reread-show-F5'));
    expect(screen.queryByTestId('reread'), 'makes room for the finding').toBeNull();
    expect((await rowOf('F5')).getAttribute('aria-selected')).toBe('true');
  });

  it('record no verdict by the key that records', async () => {
    await onCase();
    await fireEvent.keyDown(document.body, { key: '1' });
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    await fireEvent.keyDown(screen.getByTestId('read-anew-reason'), { key: 's', ctrlKey: true });
    await fireEvent.keyDown(screen.getByTestId('read-anew-open'), { key: 's', ctrlKey: true });
    expect(sent('judge_finding')).toEqual([]);
    expect(sent('decide_readings')).toEqual([]);
  });

  it('are told and not decided by whoever may not', async () => {
    backend = await atDesk('anew', 'takahashi');
    await onCase();
    await fireEvent.click(screen.getByTestId('read-anew-open'));
    expect(screen.queryByTestId('read-anew-reason')).toBeNull();
    expect([button('take').disabled, button('keep').disabled]).toEqual([true, true]);
    const why = speech.t.app.notAllowed(speech.word('role.geneticCounsellor'));
    expect(within(screen.getByTestId('read-anew')).getByText(why)).toBeTruthy();
  });
});
