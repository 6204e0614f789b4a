import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

/** The demonstration patient has a lung adenocarcinoma with EGFR L858R. */
const CTML = `
protocol_no: T-1
status: Open to Accrual
treatment_list:
  step:
    - step_code: '1'
      match: [{clinical: {oncotree_primary_diagnosis: Non-Small Cell Lung Cancer}}]
      arm:
        - arm_code: fits
          match: [{genomic: {hugo_symbol: EGFR, variant_category: Mutation, protein_change: p.L858R}}]
        - arm_code: asks
          match: [{clinical: {her2_status: Positive}}]
        - arm_code: excludes
          match: [{clinical: {oncotree_primary_diagnosis: "!Lung"}}]
`;

let backend: PipeBackend;

beforeEach(async () => {
  backend = await atDesk('practice');
  const file = `${backend.folder}/trial.yaml`;
  writeFileSync(file, CTML);
  await backend.call('import_knowledge', { paths: [file] });
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-treatment'));
});

describe('trials beside a case', () => {
  it('are shown on demand, arm by arm, with what is met, unknown and excludes', async () => {
    expect(screen.queryAllByTestId('trial-match')).toHaveLength(0);
    await fireEvent.click(screen.getByTestId('trials-match'));
    const shown = await screen.findAllByTestId('trial-match');
    expect(shown.map((one) => one.dataset['state'])).toEqual(['met', 'unknown', 'notMet']);
    await fireEvent.click(within(shown[2]!).getByTestId('trial-open'));
    const criteria = await within(shown[2]!).findByTestId('trial-criteria');
    const [first] = within(criteria).getAllByRole('listitem');
    expect(first!.dataset['state'], 'what excludes stands first').toBe('notMet');
    expect(within(first!).getByLabelText(speech.t.trials.state.notMet)).toBeTruthy();
  });

  it('are answered by a person where the record is silent, and the referral keeps how they stood', async () => {
    await fireEvent.click(screen.getByTestId('trials-match'));
    const asking = async (state: string) => {
      const all = await screen.findAllByTestId('trial-match');
      return all.find((one) => one.textContent?.includes('asks') && one.dataset['state'] === state);
    };
    await waitFor(async () => expect(await asking('unknown')).toBeTruthy());
    const before = (await asking('unknown'))!;
    await fireEvent.click(within(before).getByTestId('trial-open'));
    await fireEvent.click(await within(before).findByTestId('trial-tick-open'));
    await fireEvent.input(within(before).getByTestId('trial-tick-note'), { target: { value: 'IHC 3+' } });
    await fireEvent.click(within(before).getByTestId('trial-tick-met'));
    await waitFor(async () => expect(await asking('met')).toBeTruthy());
    const after = (await asking('met'))!;
    expect((await within(after).findByTestId('trial-tick')).textContent).toContain('IHC 3+');
    await fireEvent.click(within(after).getByTestId('trial-refer'));
    await fireEvent.click(await screen.findByTestId('ref-add-save'));
    const kept = await screen.findByTestId('referral-matched');
    expect(kept.textContent).toContain('asks');
    expect(within(kept).getAllByLabelText(speech.t.trials.state.met).length).toBeGreaterThan(0);
  });

  it('begin a referral with number, title and day', async () => {
    await fireEvent.click(screen.getByTestId('trials-match'));
    const [first] = await screen.findAllByTestId('trial-match');
    await fireEvent.click(within(first!).getByTestId('trial-refer'));
    const trial = await screen.findByTestId('ref-add-trial');
    await waitFor(() => expect((trial as HTMLInputElement).value).toBe('T-1'));
  });
});
