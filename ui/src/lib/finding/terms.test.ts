import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import { matches } from './order';

describe('what laboratories write', () => {
  let backend: PipeBackend;
  beforeEach(async () => void (backend = await atDesk()));
  afterEach(() => (speech.language = 'ja'));

  async function part(name: string): Promise<HTMLElement[]> {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId(`part-${name}`));
    return screen.findAllByTestId('finding-row');
  }

  it('stands behind the Japanese word in the table and beside the finding', async () => {
    const rows = await part('copyNumber');
    expect(rows[0]!.textContent).toContain('増幅（amplification） コピー数 7.2');
    await fireEvent.click(rows[0]!);
    expect((await screen.findByTestId('finding-detail')).textContent).toContain('コピー数 7.2');
  });

  it('stands alone in English', async () => {
    const rows = await part('copyNumber');
    await fireEvent.click(screen.getByTestId('language-switch'));
    await waitFor(() => expect(rows[0]!.textContent).toContain('amplification (copy number 7.2)'));
    expect(rows[0]!.textContent).not.toContain('コピー');
  });

  it('is said for effects too', async () => {
    const rows = await part('shortVariant');
    await fireEvent.click(rows[4]!);
    expect((await screen.findByTestId('finding-detail')).textContent).toContain(
      'ナンセンス変異（stop_gained）',
    );
  });

  it('is said for the kind of test', async () => {
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    expect(await screen.findByText('腫瘍検体のみ（tumor-only）')).toBeTruthy();
  });

  it('is found by either word', async () => {
    const row = (await backend.view()).findings.find((one) => one.kind === 'copyNumber')!;
    expect(matches(row, '増幅')).toBe(true);
    expect(matches(row, 'amplif')).toBe(true);
    expect(matches(row, '欠失')).toBe(false);
  });
});
