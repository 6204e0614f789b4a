import { describe, expect, it } from 'vitest';
import { FakeBackend, refusal } from '$lib/backend/fake/fake';
import { App } from '$lib/session/app.svelte';
import { DocumentCheck } from './document-check.svelte';

async function check() {
  const backend = new FakeBackend({ signedIn: true });
  const app = new App(backend);
  await app.start();
  return { backend, app, check: new DocumentCheck(app) };
}

describe('a PDF in hand', () => {
  it('is told apart from another one, and no answer is left standing beside the next file', async () => {
    const { backend, check: one } = await check();
    await one.file('/ward/C2026-0042_r1_ja.pdf');
    expect([one.result?.verdict, one.path]).toEqual(['identical', '/ward/C2026-0042_r1_ja.pdf']);
    backend.refuse.set('verify_document', refusal('file', 'PDFではありません', {}));
    await one.file('/ward/film.mp4');
    expect(one.result).toBeNull();
  });

  it('keeps the words of a refusal at the field of the code', async () => {
    const { backend, check: one } = await check();
    one.code = 'abc';
    backend.refuse.set('verify_document', refusal('invalid', 'コードではありません', { code: '12桁以上' }));
    await one.look();
    expect(one.error).toBe('12桁以上');
  });
});
