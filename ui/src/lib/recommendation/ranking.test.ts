import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { Ranking } from './ranking.svelte';
import { Recommending } from './recommending.svelte';

async function advised(backend: PipeBackend): Promise<CaseDesk> {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  for (const drug of ['甲', '乙', '丙']) {
    const form = new Recommending(desk, 'treatment');
    form.drugs = drug;
    form.route = 'insurance';
    form.findings = ['F1'];
    form.level = 'A';
    await form.save();
  }
  return desk;
}

const drugs = (desk: CaseDesk) => desk.view!.recommendations.map((one) => one.drugs.join());

describe('the order of recommendations', () => {
  it('changes one step at a time and never beyond its ends', async () => {
    const backend = await atDesk();
    const desk = await advised(backend);
    const ranking = new Ranking(desk);
    const [first, , last] = ranking.order;
    expect(ranking.can(first!, -1)).toBe(false);
    expect(ranking.can(last!, 1)).toBe(false);
    expect(await ranking.move(last!, -1)).toBe(true);
    expect(drugs(desk)).toEqual(['甲', '丙', '乙']);
    expect(desk.view!.recommendations.map((one) => one.rank)).toEqual([1, 2, 3]);
    expect(await ranking.move(first!, -1)).toBe(false);
  });

  it('passes over what is not advised, which has no rank', async () => {
    const backend = await atDesk();
    const desk = await advised(backend);
    const considered = new Recommending(desk, 'considered');
    considered.drugs = '丁';
    considered.text = '前治療で無効';
    considered.findings = ['F1'];
    considered.level = 'A';
    await considered.save();
    const ids = desk.view!.recommendations.map((one) => one.recommendationId);
    await desk.change('rank_recommendations', { order: [ids[0]!, ids[1]!, ids[3]!, ids[2]!] });
    const ranking = new Ranking(desk);
    expect(desk.view!.recommendations.map((one) => one.rank)).toEqual([1, 2, 0, 3]);
    expect([ranking.can(ids[3]!, -1), ranking.can(ids[3]!, 1)]).toEqual([false, false]);
    expect(await ranking.move(ids[2]!, -1)).toBe(true);
    expect(drugs(desk)).toEqual(['甲', '丙', '丁', '乙']);
  });

  it('moves by the keyboard with the focus on what is moved', async () => {
    const backend = await atDesk();
    await advised(backend);
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-treatment'));
    const up = (await screen.findAllByTestId('rec-up')).at(-1)!;
    up.focus();
    await fireEvent.click(up);
    await waitFor(() =>
      expect(
        screen.getAllByTestId('recommendation').map((one) => one.querySelector('h3')?.textContent?.trim()),
      ).toEqual(['甲', '丙', '乙']),
    );
    const focused = document.activeElement?.closest('[data-testid="recommendation"]');
    expect(focused?.textContent).toContain('丙');
  });
});

describe('a further step', () => {
  it('is sent with its kind', async () => {
    const desk = await advised(await atDesk());
    const form = new Recommending(desk, 'further');
    form.further = 'germlineFollowUp';
    form.text = '遺伝カウンセリング';
    expect(form.args()).toMatchObject({ kind: 'further', further: 'germlineFollowUp' });
    form.kind = 'nothing';
    expect(form.args()).not.toHaveProperty('further');
  });
});
