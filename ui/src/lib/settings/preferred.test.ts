import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import Window from '../../App.svelte';

let backend: PipeBackend;
const LINES = 'CDKN2A NM_058195.4\nTP53 NM_000546.6';
const sent = () => backend.sent('record_preferred_transcripts');
async function onSettings() {
  render(Window, { backend });
  await fireEvent.click(await screen.findByTestId('settings-open'));
  return screen.findByTestId<HTMLTextAreaElement>('preferred-lines');
}
const type = (what: 'lines' | 'reason', value: string) =>
  fireEvent.input(screen.getByTestId(`preferred-${what}`), { target: { value } });
const save = () => screen.getByTestId<HTMLButtonElement>('preferred-save');

beforeEach(async () => {
  backend = await atDesk();
});

describe('the site’s preferred transcripts', () => {
  it('are recorded with a reason, and not without', async () => {
    await onSettings();
    expect(screen.getByTestId('preferred-none')).toBeTruthy();
    await type('lines', 'TP53 NM_000546.6\nCDKN2A,NM_058195.4\n');
    await type('reason', '  ');
    expect(save().disabled).toBe(true);
    await fireEvent.click(save());
    expect(sent()).toEqual([]);
    await type('reason', ' 検証報告 ');
    await fireEvent.click(save());
    await waitFor(() =>
      expect(sent()).toEqual([{ lines: 'TP53 NM_000546.6\nCDKN2A,NM_058195.4\n', reason: '検証報告' }]),
    );
    const inForce = await screen.findByTestId('preferred-in-force');
    for (const word of ['site-1', '検証報告', '佐藤 恵子', speech.t.preferred.entries(2)])
      expect(inForce.textContent).toContain(word);
    expect(screen.queryByTestId('preferred-reason'), 'nothing waits to be recorded').toBeNull();
  });

  it('show the list in force with who and why, and keep the earlier ones', async () => {
    await backend.aside('record_preferred_transcripts', { lines: LINES, reason: '2026年9月の検証報告' });
    const field = await onSettings();
    expect(field.value).toBe(LINES);
    expect(screen.getByTestId('preferred-in-force').textContent).toContain('2026年9月の検証報告');
    expect(screen.queryByTestId('preferred-earlier')).toBeNull();
    await type('lines', '');
    await type('reason', 'MANE に合わせる');
    await fireEvent.click(save());
    const earlier = await screen.findByTestId('preferred-earlier');
    expect(earlier.textContent).toContain('CDKN2A NM_058195.4');
    expect(screen.getByText(speech.t.preferred.emptied)).toBeTruthy();
    await fireEvent.click(within(earlier).getByTestId('preferred-fill-site-1'));
    expect(field.value, 'filled, and not yet recorded').toBe(LINES);
    expect(sent()).toHaveLength(1);
  });

  it('say at the field which line cannot be read, and keep what was typed', async () => {
    const field = await onSettings();
    await type('lines', 'TP53 NM_000546.6\nCDKN2A');
    await type('reason', '理由');
    await fireEvent.click(save());
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const said = document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!);
    expect(said?.textContent).toContain('2行目');
    expect(field.value).toBe('TP53 NM_000546.6\nCDKN2A');
    backend.refuse.set(
      'record_preferred_transcripts',
      refusal('invalid', '確認', { reason: '長すぎます。' }),
    );
    await fireEvent.click(save());
    await waitFor(() =>
      expect(screen.getByTestId('preferred-reason').getAttribute('aria-invalid')).toBe('true'),
    );
    expect(field.getAttribute('aria-invalid'), 'the words of the earlier refusal are gone').toBeNull();
  });

  it('are closed to whoever may not change them, and says so', async () => {
    backend = await atDesk('practice', 'suzuki');
    const field = await onSettings();
    expect(field.disabled).toBe(true);
    expect(save().disabled).toBe(true);
    expect(save().title).toBe(speech.t.app.notAllowed(speech.word('role.member')));
  });
});
