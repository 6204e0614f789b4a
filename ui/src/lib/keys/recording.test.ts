import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { shown } from './table';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

async function opened(backend: PipeBackend): Promise<void> {
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await screen.findByTestId('part-overview');
}

describe('the key that records', () => {
  it('records the form the hands are in, and no verdict in its place', async () => {
    const backend = await atDesk();
    const findingId = (await backend.view()).findings.find((row) => row.origin === 'germline')!.findingId;
    await backend.change('judge_germline', { findingId, judgement: 'confirmationRecommended' });
    await opened(backend);
    await key(shown('parts', 'germline'));
    await fireEvent.click((await screen.findAllByTestId('finding-row'))[0]!);
    const reason = await screen.findByTestId('germline-reason');
    await fireEvent.input(reason, { target: { value: '家族歴あり' } });
    reason.focus();
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_germline')).toHaveLength(1));
    expect(backend.sent('judge_germline')[0]).toMatchObject({ findingId, reason: '家族歴あり' });
    expect(backend.sent('judge_finding')).toHaveLength(0);
  });

  it('writes the summary and does not record the meeting anew', async () => {
    const backend = await atDesk('ready');
    await opened(backend);
    await key(shown('parts', 'meeting'));
    const summary = await screen.findByTestId('summary-text');
    await fireEvent.input(summary, { target: { value: 'まとめ' } });
    summary.focus();
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('write_summary')).toHaveLength(1));
    expect(backend.sent('record_meeting')).toHaveLength(0);
  });

  it('records nothing where the form under the hands has nothing to record', async () => {
    const backend = await atDesk('ready');
    await opened(backend);
    await key(shown('parts', 'meeting'));
    const summary = await screen.findByTestId('summary-text');
    summary.focus();
    await key('s', { ctrlKey: true });
    await new Promise((done) => setTimeout(done, 200));
    expect(backend.sent('write_summary')).toHaveLength(0);
    expect(backend.sent('record_meeting')).toHaveLength(0);
  });
});

describe('a reason for going on without a quorum', () => {
  it('is taken by its own button alone, and the key does not record the meeting anew', async () => {
    const backend = await atDesk('practice');
    await backend.change('record_meeting', {
      mode: 'realTime',
      attendance: [{ memberId: backend.members['sato']! }],
    });
    await opened(backend);
    await key(shown('parts', 'meeting'));
    const reason = await screen.findByTestId('go-on-reason');
    await fireEvent.input(reason, { target: { value: '体制の整備中' } });
    reason.focus();
    await key('s', { ctrlKey: true });
    await new Promise((done) => setTimeout(done, 300));
    expect(backend.sent('record_meeting')).toHaveLength(0);
    expect(backend.sent('go_on_without_quorum')).toHaveLength(0);
  });
});

describe('asking for opinions', () => {
  it('is recorded by the key in place of the opinion on the case', async () => {
    const backend = await atDesk();
    await opened(backend);
    await key(shown('parts', 'agreement'));
    const due = await screen.findByTestId('ask-due');
    await fireEvent.click((await screen.findAllByRole('checkbox')).at(-1)!);
    await fireEvent.input(due, { target: { value: '2026-12-01' } });
    due.focus();
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('ask_opinions')).toHaveLength(1));
    expect(backend.sent('give_case_opinion')).toHaveLength(0);
  });
});

describe('what is picked', () => {
  it('is let go by Esc, and not judged unseen in the view for everybody', async () => {
    const backend = await atDesk();
    await opened(backend);
    await key(shown('parts', 'shortVariant'));
    await screen.findAllByTestId('finding-row');
    await key('X');
    await screen.findByTestId('select-none');
    await key('Escape');
    await waitFor(() => expect(screen.queryByTestId('select-none')).toBeNull());
    await key('X');
    await screen.findByTestId('select-none');
    await key('P');
    await screen.findByTestId('projector-finding');
    await key('1');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')).toHaveLength(1));
    expect(backend.sent('judge_finding')[0]!.findingIds).toHaveLength(1);
  });
});
