import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

it('what is due begins with one’s own room, another is a choice away, and a line leads into its case', async () => {
  const backend = await atDesk('practice');
  render(Window, { backend });
  await screen.findAllByTestId('case-row');
  await fireEvent.keyDown(document.body, { key: 't' });
  const own = (await screen.findByTestId('due-room-chair')) as HTMLInputElement;
  expect(own.checked).toBe(true);
  await waitFor(() => expect(screen.queryByText(speech.t.app.loading)).toBeNull());
  expect(screen.queryByTestId('due-row')).toBeNull();
  await fireEvent.click(screen.getByTestId('due-room-counsellor'));
  const rows = await screen.findAllByTestId('due-row');
  expect(rows[0]!.textContent).toContain(speech.coded('workup', 'candidate'));
  await fireEvent.keyDown(document.body, { key: 'Enter' });
  await screen.findByTestId('part-overview');
});

it('who counsels sees the figures too', async () => {
  render(Window, { backend: await atDesk('practice', 'takahashi') });
  await screen.findAllByTestId('case-row');
  await fireEvent.click(screen.getByTestId('due-open'));
  const own = (await screen.findByTestId('due-room-counsellor')) as HTMLInputElement;
  expect(own.checked).toBe(true);
  const figures = await screen.findByTestId('counsellor-figures');
  expect(figures.textContent).toMatch(/[1-9]/);
});
