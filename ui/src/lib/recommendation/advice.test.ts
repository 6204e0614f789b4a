import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreName } from '$lib/backend/pipe/program';
import { atDesk, labFile, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { choose } from '$lib/backend/pipe/hand';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { Intaking } from '$lib/intake/intaking.svelte';
import { MeetingForm } from '$lib/meeting/meeting-form.svelte';
import { Referring } from '$lib/referral/referring.svelte';
import { ReportDesk } from '$lib/report/documents.svelte';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import Window from '../../App.svelte';
import { Recommending } from './recommending.svelte';

let backend: PipeBackend;
let app: App;
let desk: CaseDesk;

async function begin(store: StoreName): Promise<void> {
  backend = await atDesk(store);
  app = new App(backend);
  await app.start();
  desk = new CaseDesk(app, backend.caseId);
  await desk.load();
}

/** At a case that lacks nothing: signed in every capacity. */
async function signed(): Promise<void> {
  await begin('ready');
  await desk.change('sign_report', { capacities: ['author', 'reviewer', 'chair'], password: PASSWORD });
}

beforeEach(() => begin('practice'));

describe('a recommendation', () => {
  it('needs a drug when it is a treatment', () => {
    const form = new Recommending(desk, 'treatment');
    expect(form.args()).toBeNull();
    expect(form.errors.drugs).toBeTruthy();
  });

  it('rests on the finding under discussion', () => {
    desk.show('F1');
    expect(new Recommending(desk, 'treatment').findings).toEqual(['F1']);
  });

  it('says nothing of drugs or findings when nothing is recommended', () => {
    desk.show('F1');
    const form = new Recommending(desk, 'nothing');
    form.drugs = '書きかけ';
    form.text = '全身状態不良';
    expect(form.args()).toEqual({ kind: 'nothing', text: '全身状態不良' });
  });

  it('never sends a level without its scale', () => {
    const form = new Recommending(desk, 'treatment');
    form.drugs = 'A';
    form.level = 'C';
    expect(form.args()).toMatchObject({ evidenceScale: 'jp-guidance-2.1', evidenceLevel: 'C' });
  });
});

describe('a treatment without finding or level', () => {
  const sent = () => backend.sent('add_recommendation').length;

  it('is not recorded before it is said what is missing, and then knowingly', async () => {
    const form = new Recommending(desk, 'treatment');
    form.drugs = 'A';
    form.route = 'insurance';
    expect(form.told, 'nothing is said before somebody records').toBe(false);
    expect(await form.save()).toBe(false);
    expect([form.told, form.lacking, sent()]).toEqual([true, ['finding', 'level'], 0]);
    form.findings = ['F1'];
    expect(form.told, 'something else is missing now').toBe(false);
    expect(await form.save()).toBe(false);
    expect(sent()).toBe(0);
    expect(await form.save(), 'once more, knowingly').toBe(true);
    expect(desk.view!.recommendations[0]).toMatchObject({ findings: ['F1'], evidence: null });
  });

  it('says so in the dialog, by keys alone', async () => {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    const key = (name: string, more: KeyboardEventInit = {}) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
    await key('r');
    const drugs = await screen.findByTestId('rec-add-drugs');
    await waitFor(() => expect(document.activeElement, 'work begins with the drugs').toBe(drugs));
    await fireEvent.input(drugs, { target: { value: '甲' } });
    await choose(screen.getByTestId('rec-add-route'), 'insurance');
    await key('s', { ctrlKey: true });
    const said = await screen.findByTestId('rec-add-lacking');
    for (const words of [speech.t.treatment.lacksFinding, speech.t.treatment.lacksLevel])
      expect(said.textContent).toContain(words);
    expect(screen.getByTestId('rec-add-save').textContent).toContain(speech.t.treatment.saveLacking);
    expect(sent()).toBe(0);
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(sent()).toBe(1));
    await waitFor(() => expect(screen.queryByTestId('rec-add-dialog')).toBeNull());
  });
});

describe('what is known of a treatment', () => {
  it('is shown while it is written, and is stated by a person', async () => {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    await fireEvent.keyDown(document.body, { key: 'r' });
    await fireEvent.input(await screen.findByTestId('rec-add-drugs'), { target: { value: 'グリベック' } });
    await choose(screen.getByTestId('rec-add-route'), 'patientProposed');
    const closed = await screen.findByTestId('need-cohort-notMet');
    expect(closed.getAttribute('aria-pressed'), 'nothing is stated by itself').toBe('false');
    expect(screen.getByTestId('rec-add-standing').textContent).toContain('2023-10-10');
    await fireEvent.click(screen.getByTestId('rec-add-needs-take'));
    await fireEvent.click(screen.getByTestId('need-cost-met'));
    await fireEvent.input(screen.getByTestId('rec-add-site'), { target: { value: '中央病院' } });
    const save = () => fireEvent.keyDown(document.activeElement!, { key: 's', ctrlKey: true });
    await save();
    await screen.findByTestId('rec-add-lacking');
    await save();
    await waitFor(() => expect(screen.queryByTestId('rec-add-dialog')).toBeNull());
    const [sent] = backend.sent('add_recommendation');
    const found = (sent!['needs'] as { id: string; found: string }[]).map((one) => [one.id, one.found]);
    expect(new Map(found as [string, string][]).get('cohort')).toBe('notMet');
    expect(new Map(found as [string, string][]).get('cost')).toBe('met');
    expect(new Map(found as [string, string][]).has('panel-result'), 'what nobody said is not stated').toBe(
      false,
    );
  });

  it('of one that is not advised goes with its reason and no route', async () => {
    const form = new Recommending(desk, 'considered');
    form.drugs = 'A';
    form.route = 'insurance';
    form.site = '中央病院';
    form.approval = 'onLabel';
    form.text = '前治療で無効';
    expect(form.args()).toEqual({
      kind: 'considered',
      drugs: ['A'],
      approval: 'onLabel',
      text: '前治療で無効',
    });
  });
});

describe('a referral', () => {
  it('to a trial that has one already says so, however the number is typed, and can go on', async () => {
    await desk.change('refer_to_trial', { trial: 'jRCTs031190104' });
    const form = new Referring(desk);
    expect(form.already).toEqual([]);
    form.trial = ' ｊｒｃｔｓ０３１１９０１０４';
    expect(form.already.map((one) => one.trial)).toEqual(['jRCTs031190104']);
    form.trial = 'jRCTs031190105';
    expect(form.already).toEqual([]);
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    await fireEvent.keyDown(document.body, { key: 't' });
    const trial = await screen.findByTestId('ref-add-trial');
    await waitFor(() => expect(document.activeElement, 'work begins with the trial').toBe(trial));
    await fireEvent.input(trial, { target: { value: 'JRCTS031190104' } });
    expect((await screen.findByTestId('ref-add-already')).textContent).toContain('jRCTs031190104');
    await fireEvent.keyDown(trial, { key: 's', ctrlKey: true });
    await waitFor(() => expect(backend.sent('refer_to_trial')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByTestId('ref-add-dialog')).toBeNull());
  });

  it('that was refused puts the hands on the field that is wrong', async () => {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    await fireEvent.keyDown(document.body, { key: 't' });
    const trial = await screen.findByTestId('ref-add-trial');
    await fireEvent.input(trial, { target: { value: '12345' } });
    screen.getByTestId('ref-add-site').focus();
    await fireEvent.keyDown(document.activeElement!, { key: 's', ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(trial));
    expect(backend.sent('refer_to_trial')).toHaveLength(1);
  });

  it('follows its recommendation', async () => {
    const advice = new Recommending(desk, 'treatment');
    advice.drugs = 'アミバンタマブ、ラゼルチニブ';
    advice.route = 'specifiedTrial';
    advice.trial = 'jRCTs031190104';
    advice.findings = ['F1'];
    advice.level = 'C';
    await advice.save();
    const form = new Referring(desk);
    expect(form.args()).toMatchObject({
      trial: 'jRCTs031190104',
      drugs: ['アミバンタマブ', 'ラゼルチニブ'],
      findings: ['F1'],
      recommendationId: desk.view!.recommendations[0]!.recommendationId,
    });
  });

  it('begins with the recommendation that rests on the finding under discussion, else with one not referred yet', async () => {
    for (const [drug, findingId] of [
      ['甲', 'F1'],
      ['乙', 'F2'],
    ] as const)
      await desk.change('add_recommendation', {
        kind: 'treatment',
        drugs: [drug],
        route: 'insurance',
        findings: [findingId],
      });
    const [first, second] = desk.view!.recommendations.map((one) => one.recommendationId);
    expect(new Referring(desk).recommendationId).toBe(first);
    desk.show('F2');
    expect(new Referring(desk).recommendationId).toBe(second);
    desk.go('treatment');
    await desk.change('refer_to_trial', { trial: 'jRCTs031190104', recommendationId: first! });
    expect(new Referring(desk).recommendationId).toBe(second);
  });

  it('shows what is wrong with a trial id at its field and keeps the rest', async () => {
    const form = new Referring(desk);
    form.trial = '12345';
    form.site = '中央病院';
    expect(await form.save()).toBe(false);
    expect(form.errors.trial).toContain('jRCT');
    expect(form.site).toBe('中央病院');
  });
});

describe('the meeting', () => {
  it('is not recorded without anybody present', () => {
    const form = new MeetingForm(desk, new Date(2026, 10, 22));
    expect(form.args()).toBeNull();
    expect(form.error).toBeTruthy();
  });

  it('takes members and guests with their requirements', async () => {
    const form = new MeetingForm(desk, new Date(2026, 10, 22));
    await form.learnMembers();
    form.toggle(backend.members['suzuki']!);
    form.addGuest();
    form.guests[0]!.name = '田中 実';
    form.toggleGuest(form.guests[0]!, 'エ');
    expect(form.args()).toMatchObject({
      heldOn: '2026-11-22',
      attendance: [{ memberId: backend.members['suzuki'] }, { name: '田中 実', qualifications: ['エ'] }],
    });
  });

  it('starts from what is recorded and knows itself unchanged', async () => {
    const form = new MeetingForm(desk, new Date(2026, 10, 22));
    form.toggle(backend.members['sato']!);
    expect(form.dirty).toBe(true);
    await form.save();
    expect(form.dirty).toBe(false);
    const again = new MeetingForm(desk, new Date(2027, 0, 1));
    expect(again).toMatchObject({ heldOn: '2026-11-22', present: [backend.members['sato']], dirty: false });
  });
});

describe('the report', () => {
  it('shows the draft while it is open and the last revision once finalised', async () => {
    await signed();
    const report = new ReportDesk(desk);
    expect(report.shown).toBeUndefined();
    await report.finalise();
    expect(report.shown).toBe(1);
    expect(report.fileName).toBe(`${desk.view!.caseNo}_r1_ja.pdf`);
    expect(report.preview?.draft).toBe(false);
  });

  it('does not start an amendment without a reason', async () => {
    await signed();
    const report = new ReportDesk(desk);
    await report.finalise();
    report.reason = '  ';
    expect(await report.amend()).toBe(false);
    report.reason = '誤記の訂正';
    expect(await report.amend()).toBe(true);
    expect(desk.view?.open).toBe(true);
  });

  it('exports what is shown, to where it is told', async () => {
    const report = new ReportDesk(desk);
    const number = desk.view!.caseNo;
    await report.pickPath();
    expect(report.path).toBe(`${backend.folder}/${number}_draft_ja.pdf`);
    expect(await report.export()).toBe(true);
    const sent = backend.calls.find((call) => call.name === 'export_document')?.args;
    expect(sent).toEqual({
      caseId: backend.caseId,
      kind: 'panel',
      language: 'ja',
      out: `${backend.folder}/${number}_draft_ja.pdf`,
    });
  });
});

describe('an intake', () => {
  it('stores nothing until it is confirmed', async () => {
    const intake = new Intaking(app);
    backend.picked = [labFile('LUAD-demo.cats.json')];
    await intake.choose();
    expect(intake.inspection?.ledger.read).toBe(13);
    expect(backend.calls.some((call) => call.name === 'intake')).toBe(false);
    expect(await intake.confirm()).not.toBeNull();
  });

  it('sends no details when none were filled in', async () => {
    const intake = new Intaking(app);
    await intake.inspect([labFile('LUAD-demo.cats.json')]);
    await intake.confirm();
    expect(backend.calls.find((call) => call.name === 'intake')?.args).toEqual({
      paths: [labFile('LUAD-demo.cats.json')],
    });
  });

  it('adds a file to a case with the version as last seen', async () => {
    const intake = new Intaking(app, desk.view!);
    await intake.inspect([labFile('annotated.vcf')]);
    await intake.confirm();
    expect(backend.calls.find((call) => call.name === 'intake')?.args).toMatchObject({
      caseId: backend.caseId,
      expectedVersion: 1,
    });
  });

  it('does not register while a field cannot be read', async () => {
    const intake = new Intaking(app);
    await intake.inspect([labFile('LUAD-demo.cats.json')]);
    intake.details.fields.age = 'sixty';
    expect(await intake.confirm()).toBeNull();
    expect(intake.details.errors.age).toBeTruthy();
  });
});
