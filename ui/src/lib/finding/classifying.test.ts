import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

async function atTheTable(backend: PipeBackend): Promise<CaseDesk> {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  desk.go('shortVariant');
  await desk.verdict.aid.load();
  return desk;
}

describe('choosing criteria', () => {
  let backend: PipeBackend;
  let desk: CaseDesk;
  beforeEach(async () => {
    backend = await atDesk();
    desk = await atTheTable(backend);
  });
  const choose = async (...codes: string[]) => {
    for (const code of codes) desk.verdict.aid.toggle(code);
    await desk.verdict.aid.settled();
  };

  it('is offered for a scale that has a scheme, and for one finding at a time', () => {
    expect(desk.verdict.aid.scheme?.id).toBe('oncogenicity-sop-2022');
    desk.pick('F1');
    expect(desk.verdict.aid.scheme).toBeUndefined();
    desk.pickNone();
    desk.go('biomarker');
    expect(desk.verdict.aid.scheme).toBeUndefined();
  });

  it('shows the sum of the desk and takes the suggestion over on demand only', async () => {
    await choose('OS3', 'OM2');
    expect(desk.verdict.aid.evaluation?.pointsText).toBe('+6');
    expect(desk.verdict.draft.class, 'a suggestion is no verdict').toBe('');
    desk.verdict.aid.use();
    expect(desk.verdict.draft.class).toBe('likely-oncogenic');
    expect(desk.verdict.args()).toMatchObject({
      class: 'likely-oncogenic',
      basis: { scheme: 'oncogenicity-sop-2022', criteria: [{ code: 'OS3' }, { code: 'OM2' }] },
    });
  });

  it('takes over what data speak for, on its own scale, and throws nothing away for it', async () => {
    const { aid } = desk.verdict;
    expect(await aid.take('oncogenicity-sop-2022', 'OM3', 'ホットスポット 12/50')).toBeNull();
    await aid.settled();
    expect(aid.chosen).toEqual([{ code: 'OM3', strength: '', note: 'ホットスポット 12/50' }]);
    expect([aid.open, desk.verdict.draft.class], 'open to be looked at, and no verdict').toEqual([true, '']);
    expect(await aid.take('oncogenicity-sop-2022', 'OM3', 'again'), 'it stands').toBeNull();
    expect(aid.chosen).toHaveLength(1);
    expect(await aid.take('oncogenicity-sop-2022', 'OS3', 'excluded by OM3')).toContain('OM3');
    const germline = aid.schemes.find((one) => one.germline)!;
    const refused = await aid.take(germline.id, germline.groups[0]!.criteria[0]!.code, 'data');
    expect(refused, 'what is chosen would be lost').toBeTruthy();
    expect(aid.chosen).toHaveLength(1);
  });

  it('cannot take what a chosen criterion excludes, and says why', async () => {
    await choose('OS3');
    expect(desk.verdict.aid.barredBy('OS1')).toContain('OS3');
    await choose('OS1');
    expect(desk.verdict.aid.choiceOf('OS1')).toBeUndefined();
  });

  it('asks for the reason where the verdict is another class, and sends it then only', async () => {
    await choose('OP4');
    desk.verdict.choose('oncogenic');
    expect(desk.verdict.aid.differs).toBe(true);
    expect(desk.verdict.args()).toBe(speech.t.criteria.overrideNeeded);
    desk.verdict.draft.overrideReason = '自施設の機能解析';
    expect(desk.verdict.args()).toMatchObject({ basis: { overrideReason: '自施設の機能解析' } });
    desk.verdict.choose('vus');
    expect(desk.verdict.args()).not.toHaveProperty('basis.overrideReason');
  });

  it('sends a changed strength and a note, and no points', async () => {
    desk.show('G1');
    desk.verdict.draft.scale = 'acmg-2015';
    desk.verdict.changeScale();
    await choose('PS3');
    const choice = desk.verdict.aid.choiceOf('PS3')!;
    choice.strength = 'moderate';
    choice.note = ' PMID 1 ';
    desk.verdict.aid.changed();
    await desk.verdict.aid.settled();
    expect(desk.verdict.aid.evaluation?.pointsText).toBe('+2');
    desk.verdict.aid.use();
    const args = desk.verdict.args();
    expect(args).toHaveProperty('basis.criteria', [{ code: 'PS3', strength: 'moderate', note: 'PMID 1' }]);
  });

  it('keeps its criteria with the finding, and with the verdict when that is changed later', async () => {
    const first = desk.cursor!;
    await choose('OS3', 'OM2');
    desk.move(1);
    await desk.verdict.aid.settled();
    expect(desk.verdict.aid.chosen).toEqual([]);
    expect(desk.verdict.aid.evaluation, 'the sum belongs to the finding left').toBeNull();
    desk.move(-1);
    desk.verdict.aid.use();
    await waitFor(() => expect(desk.verdict.aid.evaluation?.pointsText).toBe('+6'));
    desk.verdict.aid.use();
    expect(await desk.verdict.save()).toBe(true);
    desk.show(first);
    desk.verdict.draft.rationale = '追記';
    await desk.verdict.save();
    const sent = backend.calls.filter((call) => call.name === 'judge_finding').at(-1)!.args;
    expect(sent).toMatchObject({
      rationale: '追記',
      // As the desk recorded them: in the order of the scheme.
      basis: { criteria: [{ code: 'OM2' }, { code: 'OS3' }] },
    });
  });

  it('drops criteria when the scale changes, to which they belonged', async () => {
    await choose('OS3');
    desk.verdict.changeScale();
    expect(desk.verdict.aid.chosen).toEqual([]);
  });
});

describe('dissent', () => {
  let backend: PipeBackend;
  let desk: CaseDesk;
  beforeEach(async () => {
    backend = await atDesk();
    desk = await atTheTable(backend);
    desk.verdict.chooseAt(0);
    await desk.verdict.addDissent();
  });

  it('needs a name and words', () => {
    desk.verdict.draft.dissent[0]!.words = '意義不明とすべき';
    expect(desk.verdict.args()).toBe(speech.t.dissent.incomplete);
    desk.verdict.draft.dissent[0]!.name = '外部 太郎';
    expect(desk.verdict.args()).toMatchObject({
      dissent: [{ name: '外部 太郎', words: '意義不明とすべき' }],
    });
  });

  it('names a member by identity, and an entry left empty is none', () => {
    expect(desk.verdict.args()).not.toHaveProperty('dissent');
    const memberId = backend.members['suzuki']!;
    Object.assign(desk.verdict.draft.dissent[0]!, { memberId, words: '別の判定' });
    expect(desk.verdict.args()).toMatchObject({ dissent: [{ memberId, words: '別の判定' }] });
  });
});

describe('the aid in the window', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    await fireEvent.click(await screen.findByTestId('verdict-fold'));
    await fireEvent.click(await screen.findByTestId('criteria-open'));
  });

  it('goes from criteria to a recorded verdict', async () => {
    await fireEvent.click(screen.getByTestId('criterion-OS3'));
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('criterion-OS1').disabled).toBe(true));
    expect(screen.getAllByText(/OS3 と同時に選べません/).length).toBeGreaterThan(0);
    await fireEvent.click(screen.getByTestId('criterion-OM2'));
    await waitFor(() => expect(screen.getByTestId('criteria-sum').textContent).toContain('+6'));
    await fireEvent.click(await screen.findByTestId('criteria-use'));
    await fireEvent.click(screen.getByTestId('verdict-save'));
    await waitFor(() =>
      expect(backend.calls.find((call) => call.name === 'judge_finding')?.args).toMatchObject({
        class: 'likely-oncogenic',
        basis: { criteria: [{ code: 'OS3' }, { code: 'OM2' }] },
      }),
    );
  });

  it('moves between criteria by the arrows, past those that are barred, and the table stays', async () => {
    const cursor = () => document.querySelector('[data-testid="finding-row"][aria-selected="true"]');
    const before = cursor()?.getAttribute('data-finding');
    const first = screen.getByTestId('criterion-OS1');
    await fireEvent.click(first);
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('criterion-OS3').disabled).toBe(true));
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(screen.getByTestId('criterion-OM3'));
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
    expect(cursor()?.getAttribute('data-finding')).toBe(before);
  });

  it('shows a field for the reason only while the class differs', async () => {
    await fireEvent.click(screen.getByTestId('criterion-OP4'));
    await screen.findByTestId('criteria-use');
    expect(screen.queryByTestId('override-reason')).toBeNull();
    await fireEvent.click(screen.getByTestId('verdict-class-1'));
    expect(await screen.findByTestId('override-reason')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('criteria-use'));
    await waitFor(() => expect(screen.queryByTestId('override-reason')).toBeNull());
  });

  it('shows the recorded criteria and who dissents', async () => {
    await fireEvent.click(screen.getByTestId('criterion-OP4'));
    await fireEvent.click(await screen.findByTestId('criteria-use'));
    await fireEvent.click(screen.getByTestId('dissent-add'));
    await fireEvent.input(await screen.findByTestId('dissent-name'), { target: { value: '外部 太郎' } });
    await fireEvent.input(screen.getByTestId('dissent-words'), { target: { value: '判定には早い' } });
    await fireEvent.click(screen.getByTestId('verdict-save'));
    await waitFor(() => expect(screen.getByTestId('toast')).toBeTruthy());
    await fireEvent.click(screen.getAllByTestId('finding-row')[0]!);
    await fireEvent.click(screen.getByTestId('verdict-fold'));
    const form = within(screen.getByTestId('verdict-form'));
    expect((await form.findByTestId('verdict-basis')).textContent).toContain('OP4 +1 = +1');
    expect((await form.findByTestId('verdict-dissent')).textContent).toContain('外部 太郎');
  });
});
