import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import { shownOf, said, whole } from './relative';

describe('the family history', () => {
  it('is told person by person, drawn, and its last edit taken back', async () => {
    const backend = await atDesk('practice');
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-overview'));
    await fireEvent.click(await screen.findByTestId('family-first'));
    await screen.findByTestId('relative-form');
    expect(screen.queryByTestId('relative-relation'), 'the first person is nobody’s relative').toBeNull();
    await type('relative-gender', 'woman');
    await type('relative-age', '５２');
    await fireEvent.submit(screen.getByTestId('relative-form'));
    await screen.findByTestId('family-drawing');
    await fireEvent.click(await screen.findByTestId('relative-add'));
    await type('relative-relation', 'parent');
    await type('relative-gender', 'woman');
    await fireEvent.click(screen.getByTestId('relative-cancer-add'));
    await type('relative-cancer-site', '卵巣');
    await type('relative-cancer-age', 'x');
    await fireEvent.submit(screen.getByTestId('relative-form'));
    expect(await screen.findByText(speech.t.family.number)).toBeTruthy();
    await type('relative-cancer-age', '58');
    await fireEvent.submit(screen.getByTestId('relative-form'));
    await waitFor(() => expect(screen.queryAllByTestId('relative').length).toBe(2));
    expect(screen.getAllByTestId('relative')[1]!.textContent).toContain('卵巣 58');
    await fireEvent.click(await screen.findByTestId('family-undo'));
    await waitFor(() => expect(screen.getAllByTestId('relative').length).toBe(1));
    expect(screen.queryByTestId('family-undo'), 'one edit, not a chain').toBeNull();
  });
});

async function type(name: string, value: string) {
  const field = await screen.findByTestId(name);
  if (!(field instanceof HTMLSelectElement)) return fireEvent.input(field, { target: { value } });
  // The document of the tests does not find the chosen option by `:checked` here, as a window does.
  const find = field.querySelector.bind(field);
  field.querySelector = ((query: string) =>
    query === ':checked' ? (field.selectedOptions[0] ?? null) : find(query)) as typeof field.querySelector;
  return fireEvent.change(field, { target: { value } });
}

it('numbers are read in full width too, and nothing typed is nothing said', () => {
  expect([whole('５２'), whole(' 7 '), whole(''), whole('7.5'), whole('-1')]).toEqual([
    52,
    7,
    undefined,
    null,
    null,
  ]);
  const none = said(shownOf(null, null));
  expect(none).toEqual({
    gender: 'unknown',
    life: 'alive',
    carrier: false,
    consultand: false,
    cancers: [],
    tests: [],
  });
});

it('what is told of somebody comes back as it was', () => {
  const told = {
    gender: 'woman' as const,
    life: 'dead' as const,
    age: 61,
    affected: false,
    carrier: true,
    consultand: false,
    cancers: [{ site: 'ovary', age: 58 }],
    tests: [{ gene: 'BRCA2', result: 'positive' as const, from: 'family' as const, wholeGene: true }],
  };
  const person = { id: '2', shown: '2', father: null, mother: null, proband: false, told };
  expect(said(shownOf(person, null))).toEqual(told);
});
