import type { Refusal } from '$lib/backend/backend';
import type { SessionView } from '$lib/bindings/SessionView';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import type { App } from './app.svelte';

/** As the desk asks for it; the desk has the last word. */
export const PASSWORD_MIN = 13;

/** Characters as a person counts them. */
export function characters(text: string): number {
  return [...text].length;
}

/** How many characters a password still wants. */
export function missingIn(password: string): number {
  return Math.max(0, PASSWORD_MIN - characters(password));
}

/** What the page is asking for. */
export type Way = 'open' | 'own' | 'create' | 'recover' | 'restore' | 'waiting';

/** The way into a store: create, sign in, recover, or the demonstration. */
export class Welcoming {
  way = $state<Way>('open');
  /** The backup that is to be put back. */
  backup = $state('');
  /** The first password, which an administrator told, until another is chosen. */
  #told = '';
  institution = $state('');
  member = $state('');
  signIn = $state('');
  password = $state('');
  password2 = $state('');
  code = $state('');
  /** What the authenticator shows, once it is asked for. */
  second = $state('');
  secondAsked = $state(false);
  /** Who can confirm that it is the member who came in by the recovery code. */
  confirmedBy = $state.raw<string[]>([]);
  stillWaiting = $state(false);
  dir = $state('');
  busy = $state(false);
  error = $state.raw<Refusal | null>(null);
  /** The code shown once, with the session that waits behind it. */
  recovery = $state.raw<{ code: string; session: SessionView } | null>(null);

  constructor(private readonly app: App) {
    // The store that was left last, where that is another than the usual one: the demonstration's other members come in there.
    const last = app.lastStore;
    if (last !== null && last !== app.info?.storeDir) this.dir = last;
  }

  get missing(): number {
    return missingIn(this.password);
  }
  get differs(): boolean {
    return this.password2 !== '' && this.password !== this.password2;
  }
  get canCreate(): boolean {
    return (
      this.institution.trim() !== '' &&
      this.member.trim() !== '' &&
      this.missing === 0 &&
      this.password === this.password2
    );
  }
  get folder(): string | undefined {
    return given(this.dir);
  }

  turn(way: Way): void {
    this.way = way;
    this.second = '';
    this.secondAsked = this.stillWaiting = false;
    this.error = null;
    this.password = '';
    this.password2 = '';
  }

  async pickFolder(): Promise<void> {
    const chosen = await this.app.backend.pickFolder(speech.t.welcome.chooseFolder).catch(() => null);
    if (chosen) this.dir = chosen;
  }

  demo(): Promise<void> {
    return this.#try(async () => this.app.enter(await this.app.backend.call('open_demo', {})));
  }

  open(): Promise<void> {
    return this.#try(async () => {
      const session = await this.app.backend.call('open_store', {
        password: this.password,
        ...(given(this.signIn) ? { signIn: given(this.signIn)! } : {}),
        ...(this.folder ? { dir: this.folder } : {}),
        ...(this.secondAsked ? { code: this.second } : {}),
      });
      await this.#comeIn(session);
    });
  }
  /** With a first password another one is chosen first; who came in by the recovery code waits where somebody can confirm it. */
  async #comeIn(session: SessionView): Promise<void> {
    this.secondAsked = false;
    this.second = '';
    this.confirmedBy = session.confirmedBy;
    if (session.mustChangePassword) {
      this.#told = this.password;
      this.turn('own');
    } else if (session.confirmedBy.length > 0) this.turn('waiting');
    else await this.app.enter(session);
  }
  /** Whether somebody has confirmed it meanwhile. */
  lookAgain(): Promise<void> {
    return this.#try(async () => {
      const { session } = await this.app.backend.call('app_info', {});
      if (!session) this.turn('open');
      else if (session.confirmedBy.length > 0) this.stillWaiting = true;
      else await this.app.enter(session);
    });
  }

  get canChoose(): boolean {
    return this.missing === 0 && this.password === this.password2;
  }
  /** A password of one's own in place of the one that was told. */
  choose(): Promise<void> {
    if (!this.canChoose) return Promise.resolve();
    return this.#try(async () => {
      const args = { old: this.#told, new: this.password };
      const session = await this.app.backend.call('change_password', args);
      this.#told = '';
      await this.app.enter(session);
    });
  }
  /** Not now: nobody is signed in. */
  async unchosen(): Promise<void> {
    this.#told = '';
    this.turn('open');
    await this.app.backend.call('sign_out', {}).catch((thrown: unknown) => this.app.show(thrown));
  }

  async pickBackup(): Promise<void> {
    const chosen = await this.app.backend.pickFiles(speech.t.welcome.backupFile).catch(() => null);
    this.backup = chosen?.[0] ?? this.backup;
  }
  get canRestore(): boolean {
    return this.backup !== '' && this.password !== '' && (!this.secondAsked || this.second.trim() !== '');
  }
  /** A whole store from a backup, into a folder that holds nothing. */
  restore(): Promise<void> {
    if (!this.canRestore) return Promise.resolve();
    return this.#try(async () => {
      const restored = await this.app.backend.call('restore', {
        from: this.backup,
        password: this.password,
        ...(given(this.signIn) ? { signIn: given(this.signIn)! } : {}),
        ...(this.folder ? { dir: this.folder } : {}),
        ...(this.secondAsked ? { code: this.second } : {}),
      });
      this.app.say(speech.t.welcome.restored(restored.events));
      await this.#comeIn(restored.session);
    });
  }

  create(): Promise<void> {
    if (!this.canCreate) return Promise.resolve();
    return this.#try(async () => {
      const made = await this.app.backend.call('create_store', {
        institution: this.institution.trim(),
        member: this.member.trim(),
        password: this.password,
        ...(given(this.signIn) ? { signIn: given(this.signIn)! } : {}),
        ...(this.folder ? { dir: this.folder } : {}),
      });
      this.recovery = { code: made.recoveryCode, session: made.session };
    });
  }

  recover(): Promise<void> {
    return this.#try(async () => {
      const regained = await this.app.backend.call('recover_access', {
        code: this.code.trim(),
        signIn: this.signIn.trim(),
        password: this.password,
        ...(this.folder ? { dir: this.folder } : {}),
      });
      // The code that was used is spent.
      this.recovery = { code: regained.recoveryCode, session: regained.session };
    });
  }

  /** The code is on paper: forget it here and go on. */
  async kept(): Promise<void> {
    const recovery = this.recovery;
    if (!recovery) return;
    this.recovery = null;
    await this.#comeIn(recovery.session);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await this.app.leaving;
      await act();
      this.password = '';
      this.password2 = '';
    } catch (thrown) {
      this.error = this.app.show(thrown);
      this.app.problem = null;
      if ((this.way === 'open' || this.way === 'restore') && this.error.fields.code !== undefined) {
        // The password was right. That a code is asked for is no fault to be shown as one.
        if (!this.secondAsked) this.error = null;
        this.secondAsked = true;
        this.second = '';
      }
    } finally {
      this.busy = false;
    }
  }
}
