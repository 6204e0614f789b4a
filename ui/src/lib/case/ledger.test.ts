import { describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import type { StoreName } from '$lib/backend/pipe/program';
import { App } from '$lib/session/app.svelte';
import { CaseDesk } from './case-desk.svelte';
import { CaseList } from './case-list.svelte';

async function signedIn(store: StoreName = 'practice') {
  const backend = await atDesk(store);
  const app = new App(backend);
  await app.start();
  return { backend, app };
}

describe('those who wait too long', () => {
  it('stand on top once, whatever page they are on', async () => {
    const { backend, app } = await signedIn('many');
    // Until the oldest case, which stands on the last page, has waited for more than thirty days.
    await backend.pass(15 * 24 * 60 * 60);
    const list = new CaseList(app);
    await list.load();
    while (list.next) await list.more();
    expect(list.rows[0]?.caseId).toBe(backend.caseId);
    expect(list.rows.filter((row) => row.caseId === backend.caseId)).toHaveLength(1);
    expect(list.overdue).toBe(1);
  });
});

describe('the ledger', () => {
  it('takes a date and shows who recorded it', async () => {
    const { backend, app } = await signedIn();
    const desk = new CaseDesk(app, backend.caseId);
    await desk.load();
    await desk.change('record_milestone', { milestone: 'explained', on: '2026-11-22' });
    const line = desk.view?.milestones.find((one) => one.milestone === 'explained');
    expect([line?.on, line?.happened, line?.by]).toEqual(['2026-11-22', true, app.session?.member.name]);
  });
});
