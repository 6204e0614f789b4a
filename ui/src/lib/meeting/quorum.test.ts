import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { atDesk, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { MeetingForm } from './meeting-form.svelte';

async function atTheTable() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  return { backend, desk, form: new MeetingForm(desk, new Date(2026, 10, 22)) };
}

describe('the question whether a meeting is quorate', () => {
  it('goes to the desk as the meeting is typed, and nothing is recorded by it', async () => {
    const { backend, form } = await atTheTable();
    form.toggle(backend.members['suzuki']!);
    form.ownSequencing = true;
    form.paediatric = 'no';
    await form.assess();
    const asked = backend.calls.find((call) => call.name === 'assess_quorum');
    expect(asked?.args).toMatchObject({
      attendance: [{ memberId: backend.members['suzuki'] }],
      ownSequencing: true,
      paediatric: false,
    });
    expect(form.check?.quorum?.met).toBe(false);
    expect((await backend.view()).meeting).toBeNull();
  });

  it('leaves "paediatric" to the age and agreement unsaid until people say', async () => {
    const { form } = await atTheTable();
    expect(form.told).not.toHaveProperty('paediatric');
    form.mode = 'circulation';
    expect(form.told).not.toHaveProperty('opinionsAgree');
    form.opinionsAgree = 'no';
    expect(form.told.opinionsAgree).toBe(false);
    form.mode = 'realTime';
    expect(form.told, 'what was said for circulation is not told of a live meeting').not.toHaveProperty(
      'opinionsAgree',
    );
  });

  it('tells what an omission rests on as far as people said it, and of no panel that met', async () => {
    const { form } = await atTheTable();
    form.omission.tumour = 'solid';
    expect(form.told, 'the panel met').not.toHaveProperty('tumour');
    form.mode = 'omitted';
    expect(form.told.tumour).toBe('solid');
    expect(form.told, 'what nobody said is not told').not.toHaveProperty('usableDrug');
    expect(form.args(), 'nobody need have taken part').not.toBeNull();
    form.mode = 'realTime';
    expect(form.args()).toBeNull();
  });

  it('keeps the last answer when an earlier one comes late', async () => {
    const { backend, form } = await atTheTable();
    const answers: (() => void)[] = [];
    const call = backend.call.bind(backend);
    backend.call = async (name, args) => {
      const answer = await call(name, args);
      if (name === 'assess_quorum') await new Promise<void>((go) => answers.push(go));
      return answer;
    };
    form.toggle(backend.members['suzuki']!);
    const first = form.assess();
    form.toggle(backend.members['takahashi']!);
    const second = form.assess();
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]!();
    await second;
    answers[0]!();
    await first;
    const filled = form.check!.quorum!.lines.find((line) => line.key === 'ウ')!.filledBy;
    expect(filled, 'the answer of before the second came must not win').toEqual(['高橋 花子']);
  });

  it('says why it cannot be told', async () => {
    const { backend, form } = await atTheTable();
    backend.refuse.set('assess_quorum', refusal('invalid', '同じ人が2回あります。'));
    await form.assess();
    expect(form.checkProblem).toBe('同じ人が2回あります。');
    await form.assess();
    expect(form.checkProblem).toBeNull();
  });
});

describe('the meter beside the meeting', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-meeting'));
  });
  const verdict = async () => (await screen.findByTestId('quorum')).dataset['met'];

  it('says who fills what and what is missing, by which rules and how sure', async () => {
    await fireEvent.click(await screen.findByTestId(`attend-${backend.members['suzuki']}`));
    await waitFor(() => expect(screen.getByTestId('quorum-line-エ').dataset['met']).toBe('true'));
    expect(screen.getByTestId('quorum-line-エ').textContent).toContain('鈴木 一郎');
    expect(screen.getByTestId('quorum-line-ア').textContent).toContain(speech.t.quorum.missing(1));
    expect(screen.getByTestId('quorum-line-キ').textContent).toContain(speech.word('quorum.notNeeded'));
    const meter = screen.getByTestId('quorum').textContent;
    expect(meter).toContain('令和8年6月1日');
    expect(meter).toContain('2026-06-01');
    const sure = (['source', 'general', 'unconfirmed'] as const).map((code) =>
      speech.coded('certainty', code),
    );
    const said = sure.flatMap((words) => meter!.split(words).slice(1));
    expect(said, 'how sure it is is said once').toHaveLength(1);
    expect(meter).toContain(speech.word('certainty.unconfirmed'));
    expect(await verdict()).toBe('false');
  });

  it('follows every change, and shows the recorded result after saving', async () => {
    for (const who of ['sato', 'suzuki', 'takahashi'])
      await fireEvent.click(await screen.findByTestId(`attend-${backend.members[who]}`));
    await waitFor(() => expect(screen.getByTestId('quorum-line-ア').dataset['met']).toBe('true'));
    expect(await verdict(), 'nobody for イ').toBe('false');
    await fireEvent.click(screen.getByTestId('guest-add'));
    await fireEvent.input(await screen.findByTestId('guest-name'), { target: { value: '井上 恵' } });
    await fireEvent.click(screen.getAllByLabelText(`イ ${speech.word('qualification.i')}`)[0]!);
    await waitFor(async () => expect(await verdict()).toBe('true'));
    await fireEvent.click(screen.getByTestId('meeting-attending-absent'));
    await waitFor(async () => expect(await verdict(), 'the attending physician is missing').toBe('false'));
    await fireEvent.click(screen.getByTestId('meeting-save'));
    await waitFor(() =>
      expect(screen.getByTestId('quorum').textContent).toContain(speech.t.quorum.asRecorded),
    );
    expect((await backend.view()).meeting?.quorum?.met).toBe(false);
  });

  it('asks for agreement where opinions are circulated', async () => {
    await fireEvent.click(await screen.findByTestId('meeting-mode-circulation'));
    await waitFor(() =>
      expect(screen.getByTestId('quorum-mode').textContent).toContain(
        speech.word('modeGap.agreementNotStated'),
      ),
    );
    await fireEvent.click(await screen.findByTestId('meeting-agree-yes'));
    await waitFor(() =>
      expect(screen.getByTestId('quorum-mode').textContent).not.toContain(
        speech.word('modeGap.agreementNotStated'),
      ),
    );
  });
});
