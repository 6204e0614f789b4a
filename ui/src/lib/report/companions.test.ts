import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { Companions } from './companions.svelte';
import { ReportDesk } from './documents.svelte';

async function companions(backend: PipeBackend) {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  const report = new ReportDesk(desk);
  const all = new Companions(desk, report);
  await all.load();
  return { desk, report, all };
}

function last(backend: PipeBackend, name: string) {
  return backend.calls.filter((call) => call.name === name).at(-1)?.args as Record<string, unknown>;
}

describe('what the patient is told', () => {
  it('takes over nothing by itself: a proposal is put in when a finding is chosen, and never over typed words', async () => {
    const backend = await atDesk('ready');
    const { details } = await backend.aside('show_identity', { caseId: backend.caseId });
    await backend.change('record_details', { details: { ...details, wish: 'notAsked' } });
    const { all } = await companions(backend);
    all.form.begin(all.documents!);
    const item = all.form.findings[0]!;
    expect(item.words.ja, 'nothing is written before a person chooses').toBe('');
    item.words.ja = '自分の言葉';
    item.told = true;
    all.form.propose(item.words, item.proposed);
    expect(item.words.ja, 'typed words stay').toBe('自分の言葉');
    expect(item.words.en).toBe(item.proposed.en);
    expect(await all.form.save()).toBe(true);
    const sent = last(backend, 'write_explanation');
    expect(sent.findings, 'only what was chosen is sent').toEqual([
      { findingId: item.id, words: { ja: '自分の言葉', en: item.proposed.en } },
    ]);
    expect(sent.heredity, 'nothing of heredity where the patient has not asked').toBeUndefined();
  });
});

describe('documents besides the report', () => {
  it('asks for furigana in Japanese alone', async () => {
    const backend = await atDesk();
    const { all, report } = await companions(backend);
    all.furigana = true;
    all.large = true;
    await all.look();
    expect(last(backend, 'preview_document')).toMatchObject({ readings: 'with', typeSize: 'large' });
    report.language = 'en';
    await all.look();
    expect(last(backend, 'preview_document').readings).toBeUndefined();
  });

  it('shows and writes what was issued, byte for byte by its number', async () => {
    const backend = await atDesk('finalised');
    const words = { ja: '変化が見つかりました。', en: 'A change was found.' };
    await backend.change('write_explanation', {
      ...{ overall: words, nextSteps: words, heredity: words },
      ...{ findings: [], recommendations: [] },
    });
    const { all, report } = await companions(backend);
    expect(await all.issue()).toBe(true);
    expect(all.documents?.issued.map((one) => one.issue)).toEqual([1]);
    expect(report.other).toMatchObject({ kind: 'patient', issue: 1 });
    report.path = `${backend.folder}/x.pdf`;
    expect(await report.export()).toBe(true);
    expect(last(backend, 'export_document')).toMatchObject({ kind: 'patient', revision: 1 });
    await report.look();
    expect(report.other, 'the report comes back').toBeNull();
  });
});

describe('in the window', () => {
  async function atDocuments(backend: PipeBackend): Promise<void> {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-documents'));
    await screen.findByTestId('revision');
  }
  const shown = () => document.querySelector('#preview-panel h2')?.textContent;
  const button = (testid: string) => screen.getByTestId<HTMLButtonElement>(testid);

  it('what is printed or written is the document whose button it is, and the report comes back', async () => {
    const backend = await atDesk('finalised');
    const words = { ja: '変化が見つかりました。', en: 'A change was found.' };
    await backend.change('write_explanation', {
      ...{ overall: words, nextSteps: words, heredity: words },
      ...{ findings: [], recommendations: [] },
    });
    await atDocuments(backend);
    await waitFor(() => expect(button('report-look').disabled, 'the report stands there').toBe(true));
    await fireEvent.click(button('companion-look'));
    await waitFor(() => expect(shown()).toContain(speech.t.companions.patient));
    expect(button('report-look').disabled).toBe(false);
    expect(button('revision-look').disabled, 'the revision can be shown again').toBe(false);
    await fireEvent.click(button('report-print'));
    await waitFor(() => expect(backend.sent('note_printed')).toHaveLength(1));
    expect(backend.sent('preview_report').length, 'the report was put on the pages first').toBeGreaterThan(1);
    expect(shown()).toContain(speech.t.documents.finalOf(1));
    const printed = backend.sent('note_printed')[0]!.sha256;
    const report = await backend.aside('preview_report', {
      caseId: backend.caseId,
      language: 'ja',
      revision: 1,
    });
    expect(printed).toBe(report.sha256);
  });

  it('a document goes to a patient after it was asked once, with what it says of heredity', async () => {
    const backend = await atDesk('finalised');
    const words = { ja: '変化が見つかりました。', en: 'A change was found.' };
    const heredity = { ja: '遺伝についての言葉。', en: 'Words on heredity.' };
    await backend.change('write_explanation', {
      ...{ overall: words, nextSteps: words, heredity },
      ...{ findings: [], recommendations: [] },
    });
    await atDocuments(backend);
    await waitFor(() => expect(button('companion-issue').disabled).toBe(false));
    await fireEvent.click(button('companion-issue'));
    const dialog = await screen.findByTestId('issue-dialog');
    expect(backend.sent('issue_document')).toEqual([]);
    const { patient, caseNo } = await backend.view();
    for (const named of [patient.pseudonym, caseNo, speech.t.companions.patient, heredity.ja])
      expect(dialog.textContent).toContain(named);
    const { details } = await backend.aside('show_identity', { caseId: backend.caseId });
    await waitFor(() => expect(dialog.textContent, 'whose paper it is').toContain(details.name));
    await fireEvent.click(screen.getByTestId('issue-language-en'));
    await waitFor(() => expect(dialog.textContent, 'as it will be said').toContain(heredity.en));
    await fireEvent.click(button('issue-confirm'));
    await waitFor(() => expect(backend.sent('issue_document')).toHaveLength(1));
    expect(backend.sent('issue_document')[0]!.language).toBe('en');
    await screen.findByTestId('issued');
  });
});

describe('the explanation on paper, from the list of cases', () => {
  const words = { ja: '変化が見つかりました。', en: 'A change was found.' };
  const written = {
    ...{ overall: words, nextSteps: words, heredity: words },
    ...{ findings: [], recommendations: [] },
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  async function fromList(backend: PipeBackend): Promise<void> {
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    await press('E');
  }

  it('takes one key and the answer to the question before it goes out, and one key once it has', async () => {
    const backend = await atDesk('finalised');
    await backend.change('write_explanation', written);
    await fromList(backend);
    const dialog = await screen.findByTestId('issue-dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    expect(backend.sent('issue_document'), 'nothing goes out by itself').toHaveLength(0);
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('note_printed')).toHaveLength(1));
    const { issued } = await backend.aside('case_documents', { caseId: backend.caseId });
    expect(backend.sent('note_printed')[0]!.sha256, 'what was issued is printed').toBe(issued[0]!.sha256);
    await waitFor(() => expect(screen.queryByTestId('issue-dialog')).toBeNull());
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('explain-print').disabled).toBe(false));
    await press('E');
    await waitFor(() => expect(backend.sent('note_printed')).toHaveLength(2));
    expect(backend.sent('note_printed')[1]!.sha256).toBe(issued[0]!.sha256);
    expect(backend.sent('issue_document'), 'the same sheet, not another one').toHaveLength(1);
  });

  it('takes three where the words are stale: they are looked at, recorded, and the question is answered', async () => {
    const backend = await atDesk('finalised');
    await backend.change('write_explanation', { ...written, findings: [{ findingId: 'F1', words }] });
    await backend.change('open_amendment', { reason: '再検討' });
    await backend.change('judge_finding', {
      findingIds: ['F1'],
      scale: 'oncogenicity-2022',
      class: 'likely-oncogenic',
    });
    await backend.change('sign_report', { capacities: ['author', 'reviewer', 'chair'], password: PASSWORD });
    await backend.change('finalise_report', {});
    await fromList(backend);
    const dialog = await screen.findByTestId('explanation-dialog');
    const { explanation } = await backend.aside('case_documents', { caseId: backend.caseId });
    expect(explanation.gaps.map((gap) => gap.code)).toEqual(['explanationOutdated']);
    expect(dialog.textContent, 'it says what is stale').toContain(speech.label(explanation.gaps[0]!.message));
    await press('s', { ctrlKey: true });
    const question = await screen.findByTestId('issue-dialog');
    await waitFor(() => expect(question.contains(document.activeElement)).toBe(true));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('note_printed')).toHaveLength(1));
  });

  it('does not go to the printer where it was only issued', async () => {
    const backend = await atDesk('finalised');
    await backend.change('write_explanation', written);
    await fromList(backend);
    await screen.findByTestId('issue-dialog');
    await press('Escape');
    await waitFor(() => expect(screen.queryByTestId('issue-dialog')).toBeNull());
    await fireEvent.click(screen.getByTestId('companion-issue'));
    await fireEvent.click(await screen.findByTestId('issue-confirm'));
    await screen.findByTestId('issued');
    expect(backend.sent('note_printed')).toHaveLength(0);
  });
});
