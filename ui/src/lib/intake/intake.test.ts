import { describe, expect, it } from 'vitest';
import { atDesk, labFile, refusal } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { Intaking } from './intaking.svelte';

async function sheet() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const sent = () => backend.calls.findLast((call) => call.name === 'intake')?.args;
  return { app, backend, intake: new Intaking(app), sent };
}

describe('what a file says of the patient', () => {
  it('is filled in to be checked, and registered as it then stands', async () => {
    const { intake, sent } = await sheet();
    await intake.take([labFile('a.xml')]);
    expect(intake.proposed).toBe(true);
    expect(intake.details.fields.tumourType).toBe('Lung');
    intake.details.fields.tumourType = '肺扁平上皮癌';
    await intake.confirm();
    expect(sent()).toMatchObject({ details: { sex: 'female', tumourType: '肺扁平上皮癌' } });
  });

  it('never replaces what a person has written', async () => {
    const { intake } = await sheet();
    intake.details.fields.sex = 'male';
    await intake.take([labFile('a.xml')]);
    expect(intake.details.fields.sex).toBe('male');
  });

  it('does not stay for the next file, which is of somebody else', async () => {
    const { intake } = await sheet();
    await intake.take([labFile('a.xml')]);
    expect(intake.details.fields.name).toBe('山田 花子');
    await intake.take([labFile('LUAD-demo.cats.json')]);
    expect(intake.details.fields.name).toBe('');
  });

  it('belongs to each file of a batch alone: one form would be the patient of all', async () => {
    const { intake, sent } = await sheet();
    await intake.take([labFile('a.xml'), labFile('b.xml')]);
    intake.batch = true;
    await intake.confirm();
    expect(sent()).toMatchObject({ batch: true, takeProposed: true });
    expect(sent()).not.toHaveProperty('details');
  });
});

describe('the choices before registering', () => {
  it('close the way while nobody has said which patient is meant', async () => {
    const { intake, sent } = await sheet();
    await intake.take([labFile('two-patients.maf')]);
    expect(intake.ready).toBe(false);
    expect(await intake.confirm()).toBeNull();
    expect(sent(), 'nothing is stored').toBeUndefined();
  });

  it('go with the question, so that what is shown is what will be stored', async () => {
    const { intake, backend } = await sheet();
    await intake.take([labFile('pair.vcf')]);
    intake.sample = 'T2';
    intake.assembly = 'GRCh38';
    await intake.inspect(intake.paths);
    const asked = backend.calls.findLast((call) => call.name === 'inspect_file')?.args;
    expect(asked).toMatchObject({ tumourSample: 'T2', assembly: 'GRCh38' });
  });

  it('are forgotten with the next file', async () => {
    const { intake } = await sheet();
    await intake.take([labFile('pair.vcf')]);
    intake.sample = 'T2';
    await intake.take([labFile('annotated.vcf')]);
    expect(intake.sample).toBe('');
  });
});

describe('a file that names several samples without taking one', () => {
  it('asks for no choice that would change nothing', async () => {
    const { intake } = await sheet();
    await intake.take([labFile('LUAD-demo.cats.json')]);
    expect(intake.inspections[0]?.samples).toEqual(['T01', 'N01']);
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
    const { intake } = await sheet();
    const [bad, good] = [labFile('notes.txt'), labFile('LUAD-demo.cats.json')];
    await intake.take([bad, good]);
    expect(intake.refused).toMatchObject([{ path: bad }]);
    expect(intake.refused[0]?.message).toContain('notes.txt');
    expect(intake.paths).toEqual([good]);
    expect(intake.ready).toBe(true);
  });

  it('of a folder are listed by the desk', async () => {
    const { backend, intake } = await sheet();
    backend.pickedFolder = labFile('ward');
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

describe('a reading that takes a while', () => {
  it('is shown while it is under way, and not after', async () => {
    const { intake, backend } = await sheet();
    const asked = intake.take([labFile('LUAD-demo.cats.json')]);
    backend.read({ file: 'LUAD-demo.cats.json', bytes: 4, total: 10 });
    expect(intake.reading).toMatchObject({ bytes: 4 });
    await asked;
    expect(intake.reading).toBeNull();
    backend.read({ file: 'another', bytes: 1, total: null });
    expect(intake.reading).toBeNull();
  });
});
