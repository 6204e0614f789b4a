import { describe, expect, it } from 'vitest';
import { FakeBackend, refusal } from '$lib/backend/fake/fake';
import type { InspectionView } from '$lib/bindings/InspectionView';
import { Details } from '$lib/case/details.svelte';
import { App } from '$lib/session/app.svelte';
import { Intaking } from './intaking.svelte';

const said = (fields: Record<string, string>) => {
  const details = new Details();
  Object.assign(details.fields, fields);
  return details.form()!;
};

async function sheet(inspection: Partial<InspectionView> = {}) {
  const backend = new FakeBackend({ signedIn: true });
  backend.inspection = inspection;
  const app = new App(backend);
  await app.start();
  const sent = () => backend.calls.findLast((call) => call.name === 'intake')?.args;
  return { app, backend, intake: new Intaking(app), sent };
}

describe('what a file says of the patient', () => {
  it('is filled in to be checked, and registered as it then stands', async () => {
    const { intake, sent } = await sheet({ proposed: said({ sex: 'female', tumourType: '肺腺癌' }) });
    await intake.take(['/a.xml']);
    expect(intake.proposed).toBe(true);
    intake.details.fields.tumourType = '肺扁平上皮癌';
    await intake.confirm();
    expect(sent()).toMatchObject({ details: { sex: 'female', tumourType: '肺扁平上皮癌' } });
  });

  it('never replaces what a person has written', async () => {
    const { intake } = await sheet({ proposed: said({ sex: 'female' }) });
    intake.details.fields.sex = 'male';
    await intake.take(['/a.xml']);
    expect(intake.details.fields.sex).toBe('male');
  });

  it('does not stay for the next file, which is of somebody else', async () => {
    const { intake, backend } = await sheet({ proposed: said({ name: '山田' }) });
    await intake.take(['/a.xml']);
    backend.inspection = { proposed: null };
    await intake.take(['/b.xml']);
    expect(intake.details.fields.name).toBe('');
  });

  it('belongs to each file of a batch alone: one form would be the patient of all', async () => {
    const { intake, sent } = await sheet({ proposed: said({ name: '山田' }) });
    await intake.take(['/a.xml', '/b.xml']);
    intake.batch = true;
    await intake.confirm();
    expect(sent()).toMatchObject({ batch: true, takeProposed: true });
    expect(sent()).not.toHaveProperty('details');
  });
});

describe('the choices before registering', () => {
  it('close the way while nobody has said which patient is meant', async () => {
    const { intake, sent } = await sheet({ mustChooseSample: true, samples: ['T1', 'T2'] });
    await intake.take(['/a.vcf']);
    expect(intake.ready).toBe(false);
    expect(await intake.confirm()).toBeNull();
    expect(sent(), 'nothing is stored').toBeUndefined();
  });

  it('go with the question, so that what is shown is what will be stored', async () => {
    const { intake, backend } = await sheet({ samples: ['T1', 'T2'] });
    await intake.take(['/a.vcf']);
    intake.sample = 'T2';
    intake.assembly = 'GRCh38';
    await intake.inspect(intake.paths);
    const asked = backend.calls.findLast((call) => call.name === 'inspect_file')?.args;
    expect(asked).toMatchObject({ tumourSample: 'T2', assembly: 'GRCh38' });
  });

  it('are forgotten with the next file', async () => {
    const { intake } = await sheet({ samples: ['T1', 'T2'] });
    await intake.take(['/a.vcf']);
    intake.sample = 'T2';
    await intake.take(['/b.vcf']);
    expect(intake.sample).toBe('');
  });
});

describe('a file that names several samples without taking one', () => {
  it('asks for no choice that would change nothing', async () => {
    const { intake } = await sheet({ samples: ['tumor-dna', 'normal-dna'], tumourSample: null });
    await intake.take(['/a.json']);
    expect(intake.samples).toEqual([]);
  });
});

describe('files dropped onto the window', () => {
  it('go to the page that came last, and back when it goes', async () => {
    const { app, backend } = await sheet();
    const taken: string[] = [];
    app.hearDrops();
    const leaveList = app.takeDrops((paths) => taken.push(`list ${paths.join(' ')}`));
    const leaveSheet = app.takeDrops((paths) => taken.push(`sheet ${paths.join(' ')}`));
    backend.drop({ kind: 'dropped', paths: ['/a', '/b'] });
    leaveSheet();
    backend.drop({ kind: 'dropped', paths: ['/c'] });
    leaveList();
    backend.drop({ kind: 'dropped', paths: ['/d'] });
    expect(taken).toEqual(['sheet /a /b', 'list /c']);
  });

  it('are announced only where they can fall', async () => {
    const { app, backend } = await sheet();
    app.hearDrops();
    backend.drop({ kind: 'over' });
    expect(app.dragging).toBe(false);
    app.takeDrops(() => undefined);
    backend.drop({ kind: 'over' });
    expect(app.dragging).toBe(true);
    backend.drop({ kind: 'left' });
    expect(app.dragging).toBe(false);
  });
});

describe('several files', () => {
  it('go on without one that cannot be used, which is named with its reason', async () => {
    const { backend, intake } = await sheet();
    backend.refuse.set('inspect_file', refusal('intake', '対応していない形式です。'));
    await intake.take(['/data/a.txt', '/data/b.cats']);
    expect(intake.refused).toEqual([{ path: '/data/a.txt', message: '対応していない形式です。' }]);
    expect(intake.paths).toEqual(['/data/b.cats']);
    expect(intake.ready).toBe(true);
  });

  it('of a folder are listed by the desk', async () => {
    const { backend, intake } = await sheet();
    await intake.chooseFolder();
    expect(backend.calls.some((call) => call.name === 'list_folder')).toBe(true);
    expect(intake.inspections).toHaveLength(1);
  });

  it('are not looked at further once the reading is stopped', async () => {
    const { backend, intake } = await sheet();
    backend.refuse.set('inspect_file', refusal('intake', '読み込みを中止しました。'));
    const looking = intake.take(['/data/a.vcf', '/data/b.vcf']);
    await intake.stop();
    await looking;
    expect(backend.stopped).toBe(1);
    expect(intake.inspections).toEqual([]);
    expect(backend.calls.filter((call) => call.name === 'inspect_file')).toHaveLength(1);
  });
});
