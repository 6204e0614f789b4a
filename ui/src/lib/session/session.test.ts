import { describe, expect, it, vi } from 'vitest';
import { placeIn } from '$lib/drafts/drafts.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';
import { App } from './app.svelte';
import { Idle, LOCK_AFTER_S, REST_AFTER_S } from './idle.svelte';
import { Look } from './look.svelte';
import { characters, Welcoming } from './welcoming.svelte';

const second = 1000;

describe('idle', () => {
  it('lets the store tidy up once in a quiet stretch, not every second', () => {
    const does = { rest: vi.fn(), lock: vi.fn() };
    const idle = new Idle(0, does);
    for (let s = 1; s < 120; s += 1) idle.tick(s * second);
    expect(does.rest).toHaveBeenCalledTimes(1);
    idle.acted(120 * second);
    for (let s = 121; s < 121 + REST_AFTER_S; s += 1) idle.tick(s * second);
    expect(does.rest, 'again after somebody has acted').toHaveBeenCalledTimes(2);
  });

  it('warns for a minute, then locks', () => {
    const does = { rest: vi.fn(), lock: vi.fn() };
    const idle = new Idle(0, does);
    idle.tick((LOCK_AFTER_S - 61) * second);
    expect(idle.left).toBeNull();
    idle.tick((LOCK_AFTER_S - 30) * second);
    expect(idle.left).toBe(30);
    expect(does.lock).not.toHaveBeenCalled();
    idle.tick(LOCK_AFTER_S * second);
    expect(does.lock).toHaveBeenCalledTimes(1);
  });

  it('takes the warning back when somebody acts', () => {
    const idle = new Idle(0, { rest: vi.fn(), lock: vi.fn() });
    idle.tick((LOCK_AFTER_S - 10) * second);
    idle.acted((LOCK_AFTER_S - 9) * second);
    expect(idle.left).toBeNull();
  });
});

describe('the session', () => {
  it('starts at the cases when somebody is signed in already', async () => {
    const app = new App(await atDesk());
    await app.start();
    expect(app.place.at).toBe('list');
    expect(app.knowledge?.scales.length, 'scales are known before a case opens').toBeGreaterThan(0);
  });

  it('keeps what is typed when the screen closes by itself, and says so', async () => {
    const desk = await atDesk();
    const app = new App(desk);
    await app.start();
    const spot = { place: placeIn('case', desk.caseId, 'summary'), name: '', about: null };
    app.drafts.keep(spot, '{"now":1}');
    const locking = app.lock();
    expect(app.place.at, 'at once, also while the desk is busy').toBe('welcome');
    expect(app.drafts.count, 'nothing of it stays in the page').toBe(0);
    await locking;
    expect(app.farewell).toBe(speech.t.welcome.lockedDrafts(1));
    expect(desk.sent('keep_draft')).toMatchObject([{ typed: '{"now":1}' }]);
  });

  it('says which role lacks a permission', async () => {
    const app = new App(await atDesk());
    await app.start();
    app.session = { ...app.session!, may: [], actingRole: 'viewer' };
    expect(app.mayNot('finalise_report')).toContain(speech.word('role.viewer'));
  });

  it('gives a refusal without words words of its own', async () => {
    const desk = await atDesk();
    const app = new App(desk);
    desk.call = () => Promise.reject(new Error('socket'));
    expect(await app.read('members', {})).toBeNull();
    expect(app.problem?.message).toBe(speech.t.app.internal);
  });
});

describe('welcome', () => {
  it('counts characters as a person does', () => {
    expect(characters('𠮷野家の合言葉')).toBe(7);
  });

  it('does not create a store before the passwords are long enough and agree', async () => {
    const desk = await atDesk('none');
    const welcome = new Welcoming(new App(desk));
    Object.assign(welcome, {
      institution: '架空病院',
      member: '佐藤',
      password: 'twelve chars',
      password2: 'twelve chars',
    });
    expect(welcome.missing).toBe(1);
    await welcome.create();
    expect(desk.calls).toEqual([]);
    Object.assign(welcome, { password: 'thirteen char', password2: 'thirteen chax' });
    expect(welcome.canCreate).toBe(false);
  });

  it('shows the recovery code once and holds the door until it is on paper', async () => {
    const app = new App(await atDesk('none'));
    const welcome = new Welcoming(app);
    Object.assign(welcome, {
      institution: '架空病院',
      member: '佐藤',
      password: 'correct horse',
      password2: 'correct horse',
    });
    await welcome.create();
    expect(welcome.recovery?.code).toMatch(/-/);
    expect(welcome.password, 'the password does not stay in the form').toBe('');
    expect(app.session, 'nobody is let in before it is on paper').toBeNull();
    await welcome.kept();
    expect(app.place.at).toBe('list');
    expect(welcome.recovery).toBeNull();
  });

  it('says that the sign-in was refused, and keeps what was typed', async () => {
    const welcome = new Welcoming(new App(await atDesk('practice', null)));
    welcome.password = 'x';
    await welcome.open();
    expect(welcome.error?.message).toContain('パスワード');
    expect(welcome.password).toBe('x');
    expect(welcome.busy).toBe(false);
  });
});

describe('the look', () => {
  it('remembers theme, size and row spacing with the window', () => {
    const store = window.localStorage;
    store.clear();
    const look = new Look(store, null);
    expect(look.shown).toBe('light');
    look.setTheme('dark');
    look.setSize('projector');
    look.setDensity('tight');
    expect(new Look(store, null)).toMatchObject({ theme: 'dark', size: 'projector', density: 'tight' });
    store.clear();
  });

  it('is lent to a meeting and to the view for the room, each of which gives back its own', () => {
    const look = new Look(null, null);
    look.lend('meeting', true);
    look.lend('view', true);
    look.lend('view', false);
    expect(look.size).toBe('projector');
    look.lend('meeting', false);
    expect(look.size).toBe('normal');
  });
});

describe('who comes next', () => {
  it('finds the folder of the store that was left, where that is not the usual one', async () => {
    const backend = await atDesk('none', null);
    const app = new App(backend);
    await app.start();
    expect(new Welcoming(app).folder, 'at first the usual place').toBeUndefined();
    await backend.aside('open_demo', {});
    const again = new App(backend);
    await again.start();
    const demo = again.session!.storeDir;
    await again.signOut();
    const welcome = new Welcoming(again);
    expect(welcome.folder).toBe(demo);
    welcome.signIn = 'tanaka';
    welcome.password = 'entaku-demo-2026';
    await welcome.open();
    expect(again.session?.member.name).toBe('田中 健');
  });
});
