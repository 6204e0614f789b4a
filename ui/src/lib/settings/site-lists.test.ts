import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';

let backend: PipeBackend;

beforeEach(async () => {
  backend = await atDesk('practice');
  render(Window, { backend });
  await screen.findAllByTestId('case-row');
  await fireEvent.click(screen.getByTestId('settings-open'));
  await screen.findByTestId('site-list-add');
});

async function fill(fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields))
    await fireEvent.input(screen.getByTestId(`site-list-field-${name}`), { target: { value } });
}

describe('a list of the site', () => {
  it('takes a row with a reason, shows it with its history, and lets it be changed and removed', async () => {
    await fireEvent.click(screen.getByTestId('site-list-add'));
    const save = () => screen.getByTestId('site-list-save') as HTMLButtonElement;
    await fill({ id: 'S1', profile: 'EGFR L858R', direction: 'sensitivity', source: '院内検討会' });
    expect(save().disabled, 'a reason is asked for').toBe(true);
    await fireEvent.input(screen.getByTestId('site-list-reason'), { target: { value: '合意' } });
    await fireEvent.click(save());
    const row = await screen.findByTestId('site-list-row');
    expect(row.textContent).toContain('S1');
    await fireEvent.click(row);
    await fill({ drugs: '新薬A' });
    await fireEvent.input(screen.getByTestId('site-list-reason'), { target: { value: '薬剤名' } });
    await fireEvent.click(save());
    await waitFor(() => expect(screen.getByTestId('site-list-row').textContent).toContain('新薬A'));
    await fireEvent.click(screen.getByTestId('site-list-row'));
    await fireEvent.input(screen.getByTestId('site-list-reason'), { target: { value: '薬剤名なし' } });
    await fill({ drugs: '' });
    await fireEvent.click(save());
    await waitFor(() => expect(screen.getByTestId('site-list-row').textContent).not.toContain('新薬A'));
    expect(backend.sent('edit_site_list')).toHaveLength(3);
  });

  it('says which field a row lacks, and keeps what was typed', async () => {
    await fireEvent.click(screen.getByTestId('site-list-add'));
    await fill({
      id: 'S1',
      profile: 'EGFR L858R',
      direction: 'sensitivity',
      source: '院内検討会',
      level: '1',
    });
    await fireEvent.input(screen.getByTestId('site-list-reason'), { target: { value: '合意' } });
    await fireEvent.click(screen.getByTestId('site-list-save'));
    expect((await screen.findByTestId('site-list-wrong')).textContent).toContain('scale');
    expect((screen.getByTestId('site-list-field-profile') as HTMLInputElement).value).toBe('EGFR L858R');
  });
});
