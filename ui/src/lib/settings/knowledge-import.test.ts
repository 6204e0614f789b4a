import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';

const ONCOTREE = [
  {
    code: 'TISSUE',
    name: 'Tissue',
    parent: null,
    tissue: null,
    mainType: null,
    externalReferences: {},
    history: [],
  },
  {
    code: 'LUNG',
    name: 'Lung',
    parent: 'TISSUE',
    tissue: 'Lung',
    mainType: 'Lung Cancer',
    externalReferences: {},
    history: [],
  },
];

it('an import shows how far it is, can be stopped, and stands in the list afterwards', async () => {
  const backend = await atDesk('practice');
  const file = `${backend.folder}/oncotree.json`;
  writeFileSync(file, JSON.stringify(ONCOTREE));
  backend.picked = [file];
  render(Window, { backend });
  await screen.findAllByTestId('case-row');
  await fireEvent.click(screen.getByTestId('settings-open'));
  const take = await screen.findByTestId('knowledge-import');
  // What the window would be told while the desk is at work.
  const call = backend.call.bind(backend);
  backend.call = async (name, args) => {
    if (name === 'import_knowledge') {
      backend.read({ file: 'oncotree.json', bytes: 10, total: 100 });
      await waitFor(() => expect(screen.getByTestId('knowledge-reading')).toBeTruthy());
      expect(screen.getByRole('progressbar').getAttribute('value')).toBe('10');
      await fireEvent.click(screen.getByTestId('knowledge-stop'));
    }
    return call(name, args);
  };
  await fireEvent.click(take);
  await waitFor(() => expect(backend.stopped).toBe(1));
  await waitFor(() => expect(screen.queryByTestId('knowledge-reading')).toBeNull());
  await waitFor(() => expect(screen.getByTestId('knowledge-imports').textContent).toContain('oncotree.json'));
});

it('what comes with the program is told with version, source, licence and how sure it is', async () => {
  const backend = await atDesk('practice');
  render(Window, { backend });
  await screen.findAllByTestId('case-row');
  await fireEvent.click(screen.getByTestId('settings-open'));
  const shipped = (await screen.findByTestId('shipped-knowledge')) as HTMLDetailsElement;
  expect(shipped.querySelectorAll('li').length).toBe(0);
  shipped.open = true;
  await fireEvent(shipped, new Event('toggle'));
  await waitFor(() => expect(shipped.querySelectorAll('li').length).toBeGreaterThan(20));
  const tree = [...shipped.querySelectorAll('li')].find((line) => line.textContent?.includes('OncoTree'));
  for (const part of ['2025-10-03', 'CC BY 4.0', 'Memorial Sloan Kettering']) {
    expect(tree?.textContent).toContain(part);
  }
});
