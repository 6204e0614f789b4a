import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

it('whoever counsels begins with what is due, and a line leads to its finding', async () => {
  const backend = await atDesk('practice', 'takahashi');
  render(Window, { backend });
  const rows = await screen.findAllByTestId('due-row');
  expect(rows[0]!.textContent).toContain(speech.coded('workup', 'candidate'));
  expect(rows[0]!.textContent).toContain(speech.coded('waits', 'panel'));
  await fireEvent.click(rows[0]!);
  const state = await screen.findByTestId('workup-state');
  expect(state.textContent).toBe(speech.coded('workup', 'candidate'));
});

it('whoever does not counsel begins with the cases', async () => {
  render(Window, { backend: await atDesk('practice') });
  await screen.findAllByTestId('case-row');
  expect(screen.queryByTestId('counsellor-worklist')).toBeNull();
});
