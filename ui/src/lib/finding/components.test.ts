import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import Hgvs from './Hgvs.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key: name, ...more });

describe('a change in a cell', () => {
  it('can break but keeps every letter for copying', () => {
    const { container } = render(Hgvs, { text: 'NM_005228.5:c.2573T>G' });
    expect(container.textContent).toBe('NM_005228.5:c.2573T>G');
    expect(container.querySelectorAll('wbr').length).toBeGreaterThan(2);
  });
});

describe('the window', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
  });

  it('shows every finding of the part with the three verdicts side by side', async () => {
    const entered = await backend.change('enter_finding', {
      kind: 'shortVariant',
      gene: 'MET',
      hgvsC: 'c.3082+1G>T',
      laboratoryVerdict: '病的',
      reason: '紙の報告書',
    });
    const { findingId } = entered.findings.find((row) => row.subject === 'MET')!;
    await backend.change('enter_ccat_verdict', { findingId, verdict: 'エビデンスレベル A' });
    await fireEvent.click(screen.getByTestId('go-list'));
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    const rows = await screen.findAllByTestId('finding-row');
    expect(rows).toHaveLength(8);
    const first = within(rows.find((row) => row.dataset['finding'] === findingId)!);
    expect(first.getByText('病的')).toBeTruthy();
    expect(first.getByText('エビデンスレベル A')).toBeTruthy();
    expect(first.getByText(speech.t.table.unjudged)).toBeTruthy();
  });

  it('records a verdict by keys alone: a number, then Ctrl+S', async () => {
    await screen.findAllByTestId('finding-row');
    await key('1');
    await key('s', { ctrlKey: true });
    await waitFor(() =>
      expect(backend.calls.filter((call) => call.name === 'judge_finding')).toHaveLength(1),
    );
    await waitFor(() => expect(screen.getByTestId('toast').textContent).toContain('11'));
  });

  it('changes its language at once, clinical words included', async () => {
    await fireEvent.click(screen.getByTestId('language-switch'));
    expect(await screen.findByText('Short variants', { selector: 'h2' })).toBeTruthy();
    expect(screen.getAllByText('somatic').length).toBeGreaterThan(0);
    speech.language = 'ja';
  });

  it('shows the keys on ?, and j does nothing behind the dialog', async () => {
    const before = document.querySelector('[aria-selected="true"]')?.getAttribute('data-finding');
    await key('?');
    expect(await screen.findByTestId('keys')).toBeTruthy();
    await key('j');
    expect(
      document
        .querySelector('[data-testid="finding-row"][aria-selected="true"]')
        ?.getAttribute('data-finding'),
    ).toBe(before);
  });
});

describe('a part without findings', () => {
  it('takes a number for nothing', async () => {
    const backend = await atDesk('annotated');
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-rearrangement'));
    await key('1');
    await key('s', { ctrlKey: true });
    expect(screen.queryByText(speech.t.app.unsaved(1)), 'nothing waits to be recorded').toBeNull();
    expect(backend.calls.some((call) => call.name === 'judge_finding')).toBe(false);
  });
});
