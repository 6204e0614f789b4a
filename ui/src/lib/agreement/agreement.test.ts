import { describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { CaseOpinionForm } from './case-opinion.svelte';

async function form() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  return { backend, form: new CaseOpinionForm(desk) };
}

describe('the opinion on the case', () => {
  it('is sent with what was said, for whom it is, and is empty again', async () => {
    const { backend, form: one } = await form();
    one.stance = 'disagree';
    Object.assign(one.said, {
      actionable: 'no',
      suggested: '薬剤A、jRCTs031190104',
      comment: ' 再検を ',
      whose: backend.members['takahashi'],
    });
    expect(await one.save()).toBe(true);
    const sent = backend.calls.findLast((call) => call.name === 'give_case_opinion')?.args;
    expect(sent).toMatchObject({
      stance: 'disagree',
      actionable: false,
      suggested: ['薬剤A', 'jRCTs031190104'],
      comment: '再検を',
      onBehalfOf: backend.members['takahashi'],
    });
    expect(sent).not.toHaveProperty('germlineConcern');
    expect(one.dirty).toBe(false);
  });

  it('counts as unsaved as soon as anything is said, and is not sent without a stance', async () => {
    const { backend, form: one } = await form();
    one.said.concern = true;
    expect(one.dirty).toBe(true);
    expect(await one.save()).toBe(false);
    expect(backend.calls.some((call) => call.name === 'give_case_opinion')).toBe(false);
  });
});
