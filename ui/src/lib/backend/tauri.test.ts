import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import type { Channel } from '@tauri-apps/api/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Drop, Reading } from './backend';
import { TauriBackend } from './tauri';

/** A window that notes the channels it is given. */
function listened() {
  const given: { command: string; channel: Channel<unknown> }[] = [];
  mockIPC((command, payload) => {
    given.push({ command, channel: (payload as { channel: Channel<unknown> }).channel });
  });
  const tell = (message: unknown) => given.at(-1)?.channel.onmessage(message);
  return { given, tell };
}

afterEach(clearMocks);

describe('the channels to the window', () => {
  it('are given once, whoever listens, and hand on how a reading gets on', () => {
    const { given, tell } = listened();
    const backend = new TauriBackend();
    const heard: (Reading | null)[] = [];
    const leave = backend.onReading((reading) => heard.push(reading));
    const reading = { file: 'a.vcf', bytes: 4, total: 10 };
    tell(reading);
    leave();
    tell({ ...reading, bytes: 5 });
    backend.onReading((late) => heard.push(late));
    tell(null);
    expect(heard).toEqual([reading, null]);
    expect(given.map((one) => one.command)).toEqual(['follow_reading']);
  });

  it('tell of files that are dropped, and of those that cannot be handed on', () => {
    const { given, tell } = listened();
    const drops: Drop[] = [];
    const refused: unknown[] = [];
    new TauriBackend().onDrop(
      (drop) => drops.push(drop),
      (thrown) => refused.push(thrown),
    );
    tell({ kind: 'over' });
    tell({ kind: 'refused', why: { code: 'file', message: 'なし', fields: {} } });
    tell({ kind: 'dropped', paths: ['/a'] });
    expect(given[0]?.command).toBe('follow_window');
    expect(drops).toEqual([{ kind: 'over' }, { kind: 'dropped', paths: ['/a'] }]);
    expect(refused).toMatchObject([{ code: 'file' }]);
  });

  it('are refused with words, and given again when somebody listens later', async () => {
    let allowed = false;
    let asked = 0;
    mockIPC(() => {
      asked += 1;
      if (!allowed) throw { code: 'internal', message: 'no', fields: {} };
    });
    const backend = new TauriBackend();
    const refused: unknown[] = [];
    backend.onDrop(
      () => undefined,
      (thrown) => refused.push(thrown),
    );
    await expect.poll(() => refused.length).toBe(1);
    allowed = true;
    backend.onDrop(
      () => undefined,
      (thrown) => refused.push(thrown),
    );
    await expect.poll(() => asked).toBe(2);
    expect(refused).toHaveLength(1);
  });
});
