import { writeFileSync } from 'node:fs';
import { atDesk, refusal } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { describe, expect, it } from 'vitest';
import { References } from './references.svelte';

async function desk() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  return { backend, app, references: new References(app) };
}

describe('reference genomes', () => {
  it('are registered by build, listed and removed', async () => {
    const { backend, references } = await desk();
    await references.load();
    expect(references.all).toEqual([]);
    const file = `${backend.folder}/hg19.fa`;
    writeFileSync(file, `>chr7 made for tests\n${'ACGTTGCAAT'.repeat(6)}\n`);
    backend.picked = [file];
    await references.choose('GRCh37');
    expect(references.of('GRCh37')).toMatchObject({ file, ok: true });
    expect(references.of('GRCh38')).toBeUndefined();
    await references.remove('GRCh37');
    expect(references.all).toEqual([]);
  });

  it('stay as they were where a file is refused or none is chosen', async () => {
    const { backend, app, references } = await desk();
    backend.picked = null;
    await references.choose('GRCh38');
    expect(app.problem).toBeNull();
    backend.picked = ['/ref/hg18.fa'];
    backend.refuse.set('register_reference', refusal('invalid', '別のビルドです', {}));
    await references.choose('GRCh38');
    expect(references.all).toEqual([]);
    expect(app.problem?.message).toBe('別のビルドです');
    expect(references.busy).toBeNull();
  });
});
