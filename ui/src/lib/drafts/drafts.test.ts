import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { Welcoming } from '$lib/session/welcoming.svelte';
import { speech } from '$lib/words/speech.svelte';
import { placeIn } from './drafts.svelte';
import { Typed } from './typed.svelte';

let backend: PipeBackend;
beforeEach(async () => {
  backend = await atDesk();
});

/** A page loaded anew, as after a crash: nothing of the one before is left. */
async function anew(): Promise<{ app: App; desk: CaseDesk }> {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  desk.go('shortVariant');
  return { app, desk };
}
const kept = async () => (await backend.aside('drafts', {})).drafts;

describe('a verdict being typed', () => {
  it('is there again after the page is gone, and no longer once it is recorded', async () => {
    const before = await anew();
    before.desk.show('F1');
    before.desk.verdict.chooseAt(1);
    before.desk.verdict.draft.rationale = '機能喪失型';
    before.desk.verdict.hold();
    await before.app.drafts.flush();
    const { app, desk } = await anew();
    expect(app.drafts.all).toMatchObject([
      { place: { form: 'verdict', item: 'F1' }, name: desk.view?.caseNo },
    ]);
    expect(app.drafts.all[0]?.about?.ja).toContain('EGFR');
    desk.show('F2');
    expect(desk.verdict.draft.rationale, 'it is of another finding').toBe('');
    desk.show('F1');
    expect(desk.verdict.draft).toMatchObject({ class: 'likely-oncogenic', rationale: '機能喪失型' });
    expect([desk.verdict.dirty, desk.verdict.overtaken]).toEqual([true, false]);
    expect(await desk.verdict.save()).toBe(true);
    await app.drafts.flush();
    expect(await kept()).toEqual([]);
    desk.show('F1');
    expect(desk.verdict.dirty, 'after recording the form looks recorded').toBe(false);
  });

  it('says when somebody else recorded one meanwhile, and replaces nothing', async () => {
    const before = await anew();
    before.desk.show('F1');
    before.desk.verdict.chooseAt(1);
    await before.app.drafts.flush();
    await backend.change('judge_finding', {
      findingIds: ['F1'],
      scale: 'oncogenicity-2022',
      class: 'benign',
    });
    const { desk } = await anew();
    desk.show('F1');
    expect(desk.verdict.draft.class).toBe('likely-oncogenic');
    expect(desk.verdict.overtaken).toBe(true);
    expect(desk.row?.verdicts.panel?.grade?.class).toBe('benign');
    desk.verdict.undo();
    expect(desk.verdict.draft.class, 'what is recorded').toBe('benign');
  });
});

describe('a verdict on several findings being typed', () => {
  it('goes along when more are picked, and is offered for the same findings alone', async () => {
    const { app, desk } = await anew();
    desk.pick('F1');
    desk.pick('F2');
    desk.verdict.chooseAt(2);
    desk.pick('F3');
    expect(desk.verdict.draft.class, 'what is typed stays in sight').toBe('vus');
    expect(app.drafts.count).toBe(1);
    desk.pickNone();
    desk.pick('F2');
    desk.pick('F3');
    expect(desk.verdict.draft.class, 'it was typed for others').toBe('');
    desk.pickNone();
    for (const id of ['F3', 'F1', 'F2']) desk.pick(id);
    expect(desk.verdict.draft.class).toBe('vus');
    expect(await desk.verdict.save()).toBe(true);
    expect(app.drafts.count).toBe(0);
  });
});

describe('who comes next', () => {
  const spot = () => ({ place: placeIn('case', backend.caseId, 'summary'), name: '', about: null });

  it('signs in after the session before is over, and gets none of its words', async () => {
    const { app } = await anew();
    app.drafts.keep(spot(), '{"now":1}');
    const welcoming = new Welcoming(app);
    const dir = app.session!.storeDir;
    const locking = app.lock();
    Object.assign(welcoming, { signIn: 'suzuki', password: PASSWORD, dir });
    await Promise.all([locking, welcoming.open()]);
    const order = backend.calls
      .map((call) => call.name)
      .filter((name) => /keep_draft|sign_out|open_store/.test(name));
    expect(order).toEqual(['keep_draft', 'sign_out', 'open_store']);
    expect(app.session?.member.signIn).toBe('suzuki');
    expect(await kept()).toEqual([]);
  });

  it('gets nothing that could not be written before', async () => {
    const { app } = await anew();
    backend.refuse.set('keep_draft', refusal('store', 'full'));
    app.drafts.keep(spot(), '{"now":1}');
    const flushing = app.drafts.flush();
    app.drafts.forget();
    await flushing;
    await app.drafts.flush();
    expect(backend.sent('keep_draft')).toHaveLength(1);
    expect(app.problem?.message, 'that it was not kept is said').toBe('full');
  });
});

describe('a form', () => {
  it('that cannot read what was kept stays as it is', () => {
    const form = { text: 'recorded' };
    const words = new Typed(form, ['text']);
    for (const broken of ['', '{', '[]', '{"base":1,"now":2}', '{"base":"[]","now":"[1,2]"}'])
      words.resume(broken);
    expect(form.text).toBe('recorded');
  });
});

describe('in the window', () => {
  async function onCase(): Promise<void> {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-shortVariant');
  }
  const press = (key: string) => fireEvent.keyDown(document.body, { key });
  const type = (testid: string, value: string) =>
    fireEvent.input(screen.getByTestId(testid), { target: { value } });

  it('a recommendation left half typed is offered again, until it is thrown away', async () => {
    await onCase();
    await press('r');
    await screen.findByTestId('rec-add-dialog');
    await type('rec-add-drugs', 'オシメルチニブ');
    await fireEvent.click(
      within(screen.getByTestId('rec-add-dialog')).getByText(speech.t.app.close, { selector: '.foot *' }),
    );
    await waitFor(() => expect(screen.queryByTestId('rec-add-dialog')).toBeNull());
    await fireEvent.click(screen.getByTestId('go-list'));
    await waitFor(async () => expect(await kept()).toHaveLength(1));
    expect((await screen.findByTestId('case-drafts')).textContent).toContain(speech.t.drafts.chip(1));
    await fireEvent.click(await screen.findByTestId('drafts-open'));
    await fireEvent.click(await screen.findByTestId('draft-go'));
    await screen.findByTestId('rec-add-dialog');
    expect(screen.getByTestId<HTMLInputElement>('rec-add-drugs').value).toBe('オシメルチニブ');
    await fireEvent.click(screen.getByTestId('draft-discard'));
    await waitFor(async () => expect(await kept()).toEqual([]));
    await press('r');
    await screen.findByTestId('rec-add-dialog');
    expect(screen.getByTestId<HTMLInputElement>('rec-add-drugs').value).toBe('');
  });

  it('a summary typed survives going to another part and can be thrown away from the list', async () => {
    await onCase();
    await fireEvent.click(screen.getByTestId('part-meeting'));
    await screen.findByTestId('summary-text');
    await type('summary-text', '標準治療後の選択肢を検討した。');
    await fireEvent.click(screen.getByTestId('part-overview'));
    await fireEvent.click(screen.getByTestId('part-meeting'));
    await waitFor(() =>
      expect(screen.getByTestId<HTMLTextAreaElement>('summary-text').value).toBe(
        '標準治療後の選択肢を検討した。',
      ),
    );
    await fireEvent.click(screen.getByTestId('drafts-open'));
    await fireEvent.click(await screen.findByTestId('draft-drop'));
    await waitFor(() => expect(screen.getByTestId<HTMLTextAreaElement>('summary-text').value).toBe(''));
  });

  it('closing says what is not recorded, and closes at once where everything is', async () => {
    await onCase();
    backend.closing();
    await waitFor(() => expect(backend.closed).toBe(1));
    await fireEvent.click(screen.getByTestId('part-meeting'));
    await screen.findByTestId('summary-text');
    await type('summary-text', '書きかけ');
    backend.closing();
    const dialog = await screen.findByTestId('closing-dialog');
    expect(dialog.textContent).toContain(speech.t.drafts.form.summary);
    expect(await kept(), 'it is written before anybody is asked').toHaveLength(1);
    expect(backend.closed).toBe(1);
    await fireEvent.click(screen.getByTestId('closing-confirm'));
    expect(backend.closed).toBe(2);
  });
});
