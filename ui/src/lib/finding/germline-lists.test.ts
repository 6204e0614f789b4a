import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

it('what lists of heredity answer stands beside the judgement, and judges nothing', async () => {
  const backend = await atDesk('practice');
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-germline'));
  const lists = await screen.findByTestId('germline-lists');
  expect(lists.textContent).toContain(speech.t.germlineLists.noJudgement);
  const judgement = screen.getByTestId<HTMLSelectElement>('germline-judgement');
  expect(judgement.value, 'nothing is chosen by an answer').toBe('');
  const asked = backend.sent('germline_candidates');
  expect(asked.length, 'asked of the finding under discussion alone').toBe(1);
});
