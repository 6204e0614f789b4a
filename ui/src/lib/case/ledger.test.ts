import { describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { CaseDesk } from './case-desk.svelte';
import { CaseList } from './case-list.svelte';

async function signedIn() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  return { backend, app };
}

describe('those who wait too long', () => {
  it('stand on top once, whatever page they are on', async () => {
    const { backend, app } = await signedIn();
    const late = { ...(await backend.call('list_cases', {})).cases[0]!, overdue: true };
    const call = backend.call.bind(backend);
    backend.call = (async (name: 'list_cases', args: object) => {
      const page = await call(name, args);
      return name === 'list_cases' ? { ...page, overdue: [late] } : page;
    }) as typeof backend.call;
    const list = new CaseList(app);
    await list.load();
    expect(list.rows[0]?.caseId).toBe(late.caseId);
    expect(list.rows.filter((row) => row.caseId === late.caseId)).toHaveLength(1);
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
