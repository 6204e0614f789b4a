import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { choose } from '$lib/backend/pipe/hand';

it('a finding that is reported as germline shows where it stands, and no step before the panel has judged', async () => {
  const backend = await atDesk('practice');
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-germline'));
  const state = await screen.findByTestId('workup-state');
  expect(state.textContent).toBe('EPの判定前');
  expect(screen.queryByTestId('workup-step'), 'the panel judges first').toBeNull();
  const judgement = screen.getByTestId<HTMLSelectElement>('germline-judgement');
  await choose(judgement, 'confirmationRecommended');
  await fireEvent.click(screen.getByTestId('germline-save'));
  await waitFor(() => expect(backend.sent('judge_germline').length).toBe(1));
  await waitFor(() => expect(backend.sent('germline_workup').length).toBeGreaterThan(1));
});
