import { describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { StoreCheck } from './store-check.svelte';

async function store(inDoubt: boolean) {
  const backend = await atDesk(inDoubt ? 'doubt' : 'practice');
  const app = new App(backend);
  await app.start();
  return { app, backend, check: new StoreCheck(app) };
}

describe('a journal whose end is not the one that was kept', () => {
  it('closes every act that records, and says why', async () => {
    const { app } = await store(true);
    expect(app.may('judge_finding')).toBe(false);
    expect(app.mayNot('judge_finding')).toBe(speech.t.app.inDoubt);
    expect(app.may('confirm_journal'), 'the way out stays open').toBe(true);
    expect(app.place.at, 'and is where one is led').toBe('settings');
    await expect(app.backend.call('list_cases', {})).rejects.toMatchObject({ code: 'store' });
  });

  it('is accepted with a reason only, and recording is open again', async () => {
    const { app, backend, check } = await store(true);
    expect(check.inDoubt, 'known before any check').toBe(true);
    check.reason = '  ';
    expect(await check.accept()).toBe(false);
    expect(backend.calls.some((call) => call.name === 'confirm_journal')).toBe(false);
    check.reason = 'ディスク障害のため前日の複製に戻した';
    expect(await check.accept()).toBe(true);
    expect(check.inDoubt).toBe(false);
    expect(app.may('judge_finding'), 'the session is learned anew').toBe(true);
  });

  it('is not asked about where everything is in order', async () => {
    const { check } = await store(false);
    await check.verify(false);
    expect(check.inDoubt).toBe(false);
  });
});
