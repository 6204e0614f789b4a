import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const HEAD =
  'molecular_profile\tmolecular_profile_id\tdisease\tdoid\tphenotypes\ttherapies\ttherapy_interaction_type\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tevidence_statement\tcitation_id\tsource_type\tasco_abstract_id\tcitation\tnct_ids\trating\tevidence_status\tevidence_id\tvariant_origin\tlast_review_date\tevidence_civic_url\tmolecular_profile_civic_url\tis_flagged';
const row = (id: number, drug: string, significance: string, level: string) =>
  `EGFR L858R\t1\tLung Adenocarcinoma\t3910\t\t${drug}\t\tPredictive\tSupports\t${level}\t${significance}\tWords.\t9000${id}\tPubMed\t\tNobody et al., 2026\t\t3\taccepted\t${id}\tSomatic\t2026-09-27 20:55:29 UTC\t\t\tfalse`;

let backend: PipeBackend;

beforeEach(async () => {
  backend = await atDesk('practice');
  const file = `${backend.folder}/01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv`;
  const rows = [row(1, 'Gefitinib', 'Sensitivity/Response', 'A'), row(2, 'Gefitinib', 'Resistance', 'D')];
  writeFileSync(file, `${HEAD}\n${rows.join('\n')}\n`);
  await backend.call('import_knowledge', { paths: [file] });
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-shortVariant'));
  const shownRows = await screen.findAllByTestId('finding-row');
  await fireEvent.click(shownRows.find((one) => one.textContent?.includes('858'))!);
});

describe('evidence beside a finding', () => {
  it('is shown by direction with scale, source and version, and says where rows contradict each other', async () => {
    const pane = await screen.findByTestId('evidence');
    await waitFor(() => expect(within(pane).getAllByTestId('evidence-row')).toHaveLength(2));
    expect(pane.textContent).toContain(speech.coded('direction', 'sensitivity'));
    expect(pane.textContent).toContain(speech.coded('direction', 'resistance'));
    expect(pane.textContent).toContain('CIViC A');
    expect(pane.textContent).toContain('CIViC EID1 · 2026-10-01');
    expect(within(pane).getByTestId('evidence-conflict').textContent).toContain('Gefitinib');
  });

  it('gives drug and finding to a recommendation that cites it', async () => {
    const pane = await screen.findByTestId('evidence');
    const cite = (await within(pane).findAllByTestId('evidence-cite'))[0]!;
    await fireEvent.click(cite);
    const drugs = await screen.findByTestId('rec-add-drugs');
    expect((drugs as HTMLInputElement).value).toBe('Gefitinib');
    expect(screen.getByTestId('rec-add-cited').textContent).toContain('CIViC EID1 (2026-10-01)');
  });

  it('sets a row aside with a reason, which stays beside it', async () => {
    const pane = await screen.findByTestId('evidence');
    await fireEvent.click((await within(pane).findAllByTestId('evidence-set-aside'))[0]!);
    await fireEvent.input(screen.getByTestId('evidence-reason'), { target: { value: '間質性肺炎の既往' } });
    await fireEvent.click(screen.getByTestId('evidence-aside-save'));
    await waitFor(() => expect(screen.getByTestId('evidence').textContent).toContain('間質性肺炎の既往'));
    expect(backend.sent('set_evidence_aside')).toHaveLength(1);
  });

  it('is shown by one direction alone where somebody asks for it', async () => {
    const pane = await screen.findByTestId('evidence');
    await waitFor(() => expect(within(pane).getAllByTestId('evidence-row')).toHaveLength(2));
    expect(within(pane).getByTestId('evidence-direction').textContent).toContain(
      speech.coded('direction', 'resistance'),
    );
  });

  it('gives a row to the verdict that is being written, and takes it off again', async () => {
    const pane = await screen.findByTestId('evidence');
    await fireEvent.click((await within(pane).findAllByTestId('evidence-judge'))[0]!);
    const cited = await screen.findByTestId('verdict-cited');
    expect(cited.textContent).toContain('CIViC EID1 (2026-10-01)');
    await fireEvent.keyDown(window, { key: '1' });
    await fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')).toHaveLength(1));
    expect(backend.sent('judge_finding')[0]).toMatchObject({
      evidence: [{ row: expect.stringContaining('EID1') }],
    });
  });

  it('keeps why a row is not for this patient with its finding, and for no other', async () => {
    const pane = await screen.findByTestId('evidence');
    await fireEvent.click((await within(pane).findAllByTestId('evidence-set-aside'))[0]!);
    await fireEvent.input(screen.getByTestId('evidence-reason'), { target: { value: '間質性肺炎の既往' } });
    await waitFor(() => expect(backend.sent('keep_draft').length).toBeGreaterThan(0));
    const rows = screen.getAllByTestId('finding-row');
    const other = rows.find((one) => !one.textContent?.includes('858'))!;
    await fireEvent.click(other);
    await waitFor(() => expect(screen.queryByTestId('evidence-reason')).toBeNull());
    await fireEvent.click(
      screen.getAllByTestId('finding-row').find((one) => one.textContent?.includes('858'))!,
    );
    const reason = (await screen.findByTestId('evidence-reason')) as HTMLInputElement;
    expect(reason.value).toBe('間質性肺炎の既往');
    // Nor is it offered for another row of the same finding.
    await fireEvent.click(within(screen.getByTestId('evidence')).getAllByTestId('evidence-set-aside')[1]!);
    expect((screen.getByTestId('evidence-reason') as HTMLInputElement).value).toBe('');
  });

  it('gives a reference as a code to be scanned and an address to be copied, and opens nothing', async () => {
    const pane = await screen.findByTestId('evidence');
    const [first] = await within(pane).findAllByTestId('evidence-row');
    await fireEvent.click(within(first!).getByText(speech.t.evidence.more));
    await fireEvent.click(within(first!).getByTestId('reference-code'));
    const code = await within(first!).findByTestId('reference-square');
    expect(code.getAttribute('aria-label')).toContain('https://pubmed.ncbi.nlm.nih.gov/90001/');
    let copied = '';
    const clipboard = { writeText: async (text: string) => void (copied = text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await fireEvent.click(within(first!).getByTestId('reference-copy'));
    await waitFor(() => expect(copied).toBe('https://pubmed.ncbi.nlm.nih.gov/90001/'));
    expect(pane.querySelector('a[href]')).toBeNull();
  });
});
