import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atDesk, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import Window from '../../App.svelte';

const ABOUT_THE_SPOUSE = '配偶者に遺伝性疾患の家族歴あり。';
const ABOUT_THE_TEST = 'BRCA2 は生殖細胞系列の検査の対象です。';

const cleared = (backend: PipeBackend) => backend.calls.filter((call) => call.name === 'clear_words');
const button = (testid: string) => screen.getByTestId<HTMLButtonElement>(testid);

describe('passages that name what is withheld', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    const { details } = await backend.aside('show_identity', { caseId: backend.caseId });
    await backend.change('record_details', {
      details: { ...details, wish: 'refuses', diagnosis: ABOUT_THE_SPOUSE },
    });
    await backend.change('write_summary', { summary: ABOUT_THE_TEST });
  });
  afterEach(() => (speech.language = 'ja'));

  async function onReport(): Promise<HTMLElement[]> {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-documents'));
    await screen.findAllByTestId('passage-clear');
    return report().getAllByTestId('passage-clear');
  }

  /** What the report lacks; the patient's explanation names its own beside it. */
  const report = () => within(screen.getByText(speech.t.documents.gaps).closest('section')!);

  /** Opens the dialog of a passage and writes a reason. */
  async function answer(open: HTMLElement, reason: string): Promise<void> {
    await fireEvent.click(open);
    const dialog = await screen.findByTestId('passage-dialog');
    const field = within(dialog).getByRole('textbox');
    await fireEvent.input(field, { target: { value: reason } });
  }

  it('are shown with their place and the words that name it', async () => {
    expect(await onReport()).toHaveLength(2);
    const item = report().getByText(ABOUT_THE_SPOUSE).closest('li')!;
    expect(item.textContent).toContain('臨床情報');
    expect(item.textContent).toContain('遺伝性疾患');
  });

  it('have their place in the language of the window', async () => {
    await onReport();
    await fireEvent.click(screen.getByTestId('language-switch'));
    const item = report().getByText(ABOUT_THE_SPOUSE).closest('li')!;
    await waitFor(() => expect(item.textContent).toContain('clinical context'));
    expect(item.textContent).not.toContain('臨床情報');
  });

  it('are cleared one by one, exactly as they stand and with a reason', async () => {
    const [first] = await onReport();
    await answer(first!, '  ');
    expect(button('passage-confirm').disabled, 'not without a reason').toBe(true);
    await fireEvent.input(within(screen.getByTestId('passage-dialog')).getByRole('textbox'), {
      target: { value: ' 配偶者のこと ' },
    });
    await fireEvent.click(button('passage-confirm'));
    await waitFor(() => expect(cleared(backend)).toHaveLength(1));
    expect(cleared(backend)[0]!.args).toMatchObject({ text: ABOUT_THE_SPOUSE, reason: '配偶者のこと' });
    await waitFor(() => expect(screen.queryByTestId('passage-dialog')).toBeNull());
    await waitFor(() => expect(report().queryByText(ABOUT_THE_SPOUSE)).toBeNull());
    expect(report().getAllByTestId('passage-clear'), 'the other still stands').toHaveLength(1);
    await waitFor(() => expect(screen.queryByText(ABOUT_THE_SPOUSE), 'nor beside it').toBeNull());
  });

  it('keep what was written where it is refused, and say why', async () => {
    const [, second] = await onReport();
    backend.refuse.set(
      'clear_words',
      refusal('invalid', '入力内容を確認してください。', { reason: '理由が短すぎます。' }),
    );
    await answer(second!, '検査の説明');
    await fireEvent.click(button('passage-confirm'));
    expect(await within(screen.getByTestId('passage-dialog')).findByText('理由が短すぎます。')).toBeTruthy();
    const field = within(screen.getByTestId('passage-dialog')).getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toBe('検査の説明');
  });

  it('begin with an empty reason for each passage', async () => {
    const [first, second] = await onReport();
    await answer(first!, '配偶者のこと');
    await fireEvent.click(within(screen.getByTestId('passage-dialog')).getByText(speech.t.app.cancel));
    await fireEvent.click(second!);
    const dialog = await screen.findByTestId('passage-dialog');
    expect(dialog.textContent).toContain(ABOUT_THE_TEST);
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
  });
});
