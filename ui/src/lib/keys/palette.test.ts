import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { CaseSearch } from './searching.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const offers = () => screen.queryAllByTestId('palette-offer').map((one) => one.textContent ?? '');

async function search(typed: string): Promise<void> {
  await fireEvent.input(await screen.findByTestId('palette-search'), { target: { value: typed } });
}

describe('the palette', () => {
  it('finds cases by what the desk finds, and says in what', async () => {
    const backend = await atDesk('practice');
    const first = await backend.view();
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    await key('k', { ctrlKey: true });
    await search(first.caseNo);
    await waitFor(() => expect(offers().join()).toContain(speech.t.list.foundIn(speech.t.list.caseNo)));
    await search('EGFR');
    await waitFor(() =>
      expect(offers().join()).toContain(speech.t.list.foundIn(speech.t.list.record.findings)),
    );
    await key('Enter');
    expect((await screen.findByTestId('case-no')).textContent, 'it opens').toBe(first.caseNo);
  });

  it('shows nothing of cases to a session that has ended, and only the newest answer', async () => {
    const backend = await atDesk('practice');
    const app = new App(backend);
    await app.start();
    const cases = new CaseSearch(app);
    const older = cases.ask('EGFR');
    await cases.ask('');
    await older;
    expect(cases.found).toEqual([]);
    await app.signOut();
    await cases.ask('EGFR');
    expect(cases.found).toEqual([]);
  });

  it('finds genes, drugs, trials, documents and settings, each with its place', async () => {
    const backend = await atDesk('finalised');
    await backend.change('open_amendment', { reason: '試験' });
    await backend.change('refer_to_trial', { trial: 'jRCT2031230001', findings: ['F1'] });
    const view = await backend.view();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    await key('k', { ctrlKey: true });
    const here = speech.t.palette.inCase(view.caseNo);
    await search('EGFR p.');
    expect(offers()[0]).toContain(`${speech.t.table.gene} EGFR`);
    expect(offers()[0]).toContain(here);
    await search('jRCT2031230001');
    expect(offers()[0]).toContain(speech.t.palette.group.trial);
    expect(offers()[0]).toContain(here);
    await search(speech.t.strip.revisionNo(1));
    expect(offers()[0]).toContain(speech.t.palette.group.document);
    await search(speech.t.phrases.title);
    expect(offers()[0]).toContain(speech.t.palette.group.setting);
    await key('Enter');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label'), 'led to its section').toBe(
        speech.t.phrases.title,
      ),
    );
  });
});

describe('the search of the list', () => {
  it('says in what a case was found, and no more than is known', async () => {
    const backend = await atDesk('many');
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    expect(screen.queryByTestId('found-in')).toBeNull();
    await fireEvent.input(screen.getByTestId('case-search'), { target: { value: '膵癌' } });
    await waitFor(() =>
      expect(screen.getAllByTestId('found-in')[0]!.textContent).toBe(
        speech.t.list.foundIn(speech.t.list.tumour),
      ),
    );
  });
});
