import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';

describe('data to a file', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    render(Window, { backend });
  });
  const sent = (name: string) => backend.calls.filter((call) => call.name === name);

  it('writes the ledger of the days asked for, and says where it lies', async () => {
    await fireEvent.click(await screen.findByTestId('export-ledger'));
    await fireEvent.input(await screen.findByTestId('export-from'), { target: { value: '2026-04-01' } });
    await fireEvent.click(screen.getByTestId('export-data-choose'));
    await waitFor(() =>
      expect((screen.getByTestId('export-data-path') as HTMLInputElement).value).toBe(
        `${backend.folder}/kanribo.csv`,
      ),
    );
    await fireEvent.click(screen.getByTestId('export-data-confirm'));
    await screen.findByTestId('export-copy');
    expect(sent('export_ledger')[0]!.args).toEqual({
      out: `${backend.folder}/kanribo.csv`,
      from: '2026-04-01',
    });
    expect(screen.getByText(`${backend.folder}/kanribo.csv`)).toBeTruthy();
    await fireEvent.click(screen.getByTestId('export-folder'));
    expect(backend.opened, 'the file that was written, as its answer names it').toEqual([
      `${backend.folder}/kanribo.csv`,
    ]);
  });

  it('offers the folder of a document that was written', async () => {
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-documents'));
    await fireEvent.click(await screen.findByTestId('report-export'));
    await fireEvent.input(await screen.findByTestId('export-path'), {
      target: { value: `${backend.folder}/r.pdf` },
    });
    await fireEvent.click(screen.getByTestId('export-confirm'));
    await fireEvent.click(await screen.findByTestId('toast-folder'));
    expect(backend.opened).toEqual([`${backend.folder}/r.pdf`]);
  });

  it('warns that a whole case holds germline findings before it is written', async () => {
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-documents'));
    await fireEvent.click(await screen.findByTestId('export-case'));
    expect(document.body.textContent).toContain('生殖細胞系列');
    expect(sent('export_case')).toHaveLength(0);
    await fireEvent.input(screen.getByTestId('export-data-path'), {
      target: { value: `${backend.folder}/x.json` },
    });
    await fireEvent.click(screen.getByTestId('export-data-confirm'));
    await waitFor(() => expect(sent('export_case')).toHaveLength(1));
  });
});
