import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const HEAD =
  'molecular_profile\tmolecular_profile_id\tdisease\tdoid\tphenotypes\ttherapies\ttherapy_interaction_type\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tevidence_statement\tcitation_id\tsource_type\tasco_abstract_id\tcitation\tnct_ids\trating\tevidence_status\tevidence_id\tvariant_origin\tlast_review_date\tevidence_civic_url\tmolecular_profile_civic_url\tis_flagged';
const row = (id: number, drug: string, level: string) =>
  `EGFR L858R\t1\tLung Adenocarcinoma\t3910\t\t${drug}\t\tPredictive\tSupports\t${level}\tSensitivity/Response\tWords.\t9000${id}\tPubMed\t\tNobody et al., 2026\t\t3\taccepted\t${id}\tSomatic\t2026-09-27 20:55:29 UTC\t\t\tfalse`;

let backend: PipeBackend;

beforeEach(async () => {
  backend = await atDesk('practice');
  const file = `${backend.folder}/01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv`;
  writeFileSync(file, `${HEAD}\n${[row(1, 'Gefitinib', 'A'), row(2, 'Dacomitinib', 'C')].join('\n')}\n`);
  await backend.call('import_knowledge', { paths: [file] });
  render(Window, { backend });
  await screen.findAllByTestId('case-row');
});

const items = (where: HTMLElement) => within(where).findAllByTestId('news-item');

async function inTheCase(): Promise<HTMLElement> {
  await fireEvent.keyDown(window, { key: 'w' });
  const rows = await screen.findAllByTestId('news-row');
  const ours = rows.find((one) => one.parentElement?.textContent?.includes('Gefitinib'))!;
  await fireEvent.click(ours);
  return screen.findByTestId('case-news');
}

describe('what became known since', () => {
  it('is listed by case, with what changed, from which version to which', async () => {
    await fireEvent.keyDown(window, { key: 'w' });
    const rows = await screen.findAllByTestId('news-row');
    const ours = rows.map((one) => one.parentElement!).find((one) => one.textContent?.includes('Gefitinib'))!;
    const [first] = await items(ours);
    expect(first?.textContent).toContain('CIViC A');
    expect(first?.textContent).toContain('CIViC EID1');
    expect(first?.textContent).toContain('2026-10-01');
    expect(first?.textContent).toContain(speech.t.news.former('Entaku 2021-02-03'));
    await fireEvent.keyDown(window, { key: 'Escape' });
    await screen.findAllByTestId('case-row');
  });

  it('is answered in the case: seen, or with a reason not relevant, for what is chosen alone', async () => {
    const panel = await inTheCase();
    // What is folded away is answered by nobody.
    const sight = (await items(panel)).length;
    expect(screen.getByTestId('news-seen').textContent).toContain(`${sight}`);
    await fireEvent.click(screen.getByTestId('news-all'));
    const before = (await items(panel)).length;
    const boxes = within(panel).getAllByRole('checkbox');
    for (const box of boxes.slice(1)) await fireEvent.click(box);
    await fireEvent.click(screen.getByTestId('news-seen'));
    await waitFor(() => expect(backend.sent('answer_news')).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByTestId('news-item')).toHaveLength(before - 1));
    expect(screen.getByTestId('case-news').textContent).not.toContain('CIViC EID1 ');
    // Without a reason nothing is called irrelevant.
    expect((screen.getByTestId('news-not-relevant') as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.input(screen.getByTestId('news-reason'), { target: { value: '間質性肺炎の既往' } });
    expect((screen.getByTestId('news-seen') as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('news-not-relevant'));
    await waitFor(() => expect(screen.queryByTestId('case-news')).toBeNull());
    const [, second] = backend.sent('answer_news');
    expect(second).toMatchObject({ reason: '間質性肺炎の既往' });
  });

  it('keeps what was typed of an answer, and opens where it was left', async () => {
    await inTheCase();
    await fireEvent.input(screen.getByTestId('news-reason'), { target: { value: '検討会で確認する' } });
    await waitFor(() => expect(backend.sent('keep_draft').length).toBeGreaterThan(0));
    await fireEvent.keyDown(window, { key: 'Home', altKey: true });
    const rows = await screen.findAllByTestId('case-row');
    await fireEvent.click(rows.find((one) => one.querySelector('[data-testid="case-drafts"]'))!);
    const reason = (await screen.findByTestId('news-reason')) as HTMLInputElement;
    expect(reason.value).toBe('検討会で確認する');
  });
});
