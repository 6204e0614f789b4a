import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import Window from '../../App.svelte';

let backend: PipeBackend;
const sent = () => backend.sent('record_heredity_words');
async function onSettings() {
  render(Window, { backend });
  await fireEvent.click(await screen.findByTestId('settings-open'));
  return screen.findByTestId<HTMLTextAreaElement>('heredity-words-lines');
}
const type = (what: 'lines' | 'reason', value: string) =>
  fireEvent.input(screen.getByTestId(`heredity-words-${what}`), { target: { value } });
const save = () => screen.getByTestId<HTMLButtonElement>('heredity-words-save');

beforeEach(async () => {
  backend = await atDesk();
});

describe('the site’s own words of heredity', () => {
  it('are recorded with a reason beside the program’s, which can be seen, and taken back', async () => {
    const field = await onSettings();
    expect(screen.getByTestId('heredity-words-none')).toBeTruthy();
    expect(screen.getByTestId('heredity-words-shipped').textContent).toContain('リンチ');
    await type('lines', '体質外来\nGC室\n');
    await type('reason', ' ');
    expect(save().disabled).toBe(true);
    await type('reason', ' 当院の呼び名 ');
    await fireEvent.click(save());
    await waitFor(() => expect(sent()).toEqual([{ lines: '体質外来\nGC室\n', reason: '当院の呼び名' }]));
    const inForce = await screen.findByTestId('heredity-words-in-force');
    for (const word of ['site-1', '当院の呼び名', '佐藤 恵子', speech.t.heredityWords.entries(2)])
      expect(inForce.textContent).toContain(word);
    expect(field.value).toBe('体質外来\nGC室');
    await type('lines', '');
    await type('reason', '不要になった');
    await fireEvent.click(save());
    expect((await screen.findByTestId('heredity-words-earlier')).textContent).toContain('体質外来');
    expect(screen.getByText(speech.t.heredityWords.emptied)).toBeTruthy();
  });

  it('say at the field which word is found already, and keep what was typed', async () => {
    const field = await onSettings();
    await type('lines', 'リンチ症候群');
    await type('reason', '理由');
    await fireEvent.click(save());
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(field.value).toBe('リンチ症候群');
  });

  it('are closed to whoever may not change them', async () => {
    backend = await atDesk('practice', 'suzuki');
    const field = await onSettings();
    expect(field.disabled).toBe(true);
    expect(save().disabled).toBe(true);
  });
});
