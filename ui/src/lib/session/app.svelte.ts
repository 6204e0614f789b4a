import { getContext, setContext } from 'svelte';
import {
  asRefusal,
  type AnswerOf,
  type ArgsOf,
  type Backend,
  type CommandName,
  type Refusal,
} from '$lib/backend/backend';
import type { AppInfoView } from '$lib/bindings/AppInfoView';
import type { DraftPlaceForm } from '$lib/bindings/DraftPlaceForm';
import type { KnowledgeView } from '$lib/bindings/KnowledgeView';
import type { SessionView } from '$lib/bindings/SessionView';
import type { CaseDesk, Way } from '$lib/case/case-desk.svelte';
import type { Part } from '$lib/case/parts';
import { Drafts } from '$lib/drafts/drafts.svelte';
import { Help } from '$lib/help/help.svelte';
import type { MeetingDesk } from '$lib/meetings/meeting-desk.svelte';
import { Tour } from '$lib/tour/tour.svelte';
import { speech, type Language } from '$lib/words/speech.svelte';
import { TableViews } from '$lib/finding/table-views.svelte';
import { Look, safeStorage } from './look.svelte';
import { Second } from '$lib/projector/second.svelte';

export type Place =
  | { at: 'welcome' }
  | { at: 'list' }
  | { at: 'case'; caseId: string }
  | { at: 'meetings' }
  /** What became known since cases were weighed. */
  | { at: 'news' }
  /** What is due for whom. */
  | { at: 'due' }
  /** A meeting; none: one that is being planned. */
  | { at: 'meeting'; meetingId: string | null }
  /** One of its sections by title, where somebody is led there. */
  | { at: 'settings'; section?: string };

/** The session: who is here, where the window stands, and the one door to the backend. */
export class App {
  info = $state.raw<AppInfoView | null>(null);
  session = $state.raw<SessionView | null>(null);
  /** The folder of the store that was left last: who comes next is likely to want it. */
  lastStore: string | null = null;
  knowledge = $state.raw<KnowledgeView | null>(null);
  /** Where the case that comes on the table again was left. */
  resumed: { caseId: string; part: Part; finding: string | null } | null = null;
  #place = $state.raw<Place>({ at: 'welcome' });
  /** Where somebody was before the settings, and in a case what lay on the table. */
  #before: { place: Place; part?: Part; finding?: string | null } = { place: { at: 'list' } };
  /** What went wrong last; stays until dismissed or something succeeds. */
  problem = $state.raw<Refusal | null>(null);
  /** What was done last, said for a moment. */
  toast = $state.raw<{ text: string; at: number; file?: string } | null>(null);
  /** Said on the welcome page, after the screen closed by itself. */
  farewell = $state<string | null>(null);
  /** Whether the member has taken note of what failed under their name. */
  failedSeen = $state(false);
  /** That few spare codes are left was read. */
  sparesSeen = $state(false);
  writing = $state(0);
  reading = $state(0);
  savedAt = $state.raw<Date | null>(null);
  /** The case on the table, while there is one. */
  desk = $state.raw<CaseDesk | null>(null);
  /** The meeting that is projected, while there is one. */
  meeting = $state.raw<MeetingDesk | null>(null);
  /** The case on the table is shown for everybody in the room. */
  #projecting = $state(false);
  /** Files are held above the window. */
  dragging = $state(false);
  /** Whoever loads files on the page in sight takes those that were dropped. */
  #takers = $state.raw<((paths: string[]) => void)[]>([]);
  keysShown = $state(false);
  paletteShown = $state(false);
  readonly look = new Look();
  readonly tables = new TableViews(safeStorage());
  readonly second = new Second(this);
  readonly help = new Help();
  readonly tour = new Tour(this);
  /** The case that comes on the table opens where this is typed. */
  draftSought = $state.raw<DraftPlaceForm | null>(null);
  /** The case that comes on the table is opened for what became known of it. */
  newsSought = false;
  /** The case that comes on the table leads there. */
  waySought = $state<Way | null>(null);
  /** The case that comes on the table opens at this finding. */
  findingSought = $state<string | null>(null);
  /** The list of what is typed and not recorded stands open. */
  draftsShown = $state(false);
  /** The session that is being left: who comes next waits until it is over, so that nothing of it becomes theirs. */
  leaving: Promise<void> = Promise.resolve();
  /** The window is asked to close while something is not recorded. */
  closing = $state(false);
  /** Things typed and not yet recorded. */
  readonly drafts: Drafts;

  constructor(readonly backend: Backend) {
    this.drafts = new Drafts(backend, (refusal) => this.show(refusal));
  }

  async start(): Promise<void> {
    const info = await this.read('app_info', {});
    if (info) await this.#know(info);
  }

  async #know(info: AppInfoView): Promise<void> {
    this.info = info;
    speech.language = info.language === 'en' ? 'en' : 'ja';
    // With a first password nobody is let in before having chosen another; a page that begins anew asks for it again.
    const { session } = info;
    const bound = !session || session.mustChangePassword || session.confirmedBy.length > 0;
    if (!bound) await this.enter(session);
    else this.#leave();
  }

  /** A session is open: learn its scales and go to the cases. */
  async enter(session: SessionView): Promise<void> {
    this.farewell = null;
    this.failedSeen = this.sparesSeen = false;
    this.knowledge = await this.read('knowledge', {});
    // A store in doubt shows no patient, and no words about one: what can be done is to find out why.
    if (!session.journalInDoubt) await this.drafts.learn();
    this.session = session;
    if (this.place.at === 'welcome') this.place = { at: session.journalInDoubt ? 'settings' : 'list' };
    // A newcomer is led once. Over a real store nobody is who did not ask for it.
    if (session.demo && !this.tour.seen) void this.tour.begin();
  }

  /** Something lies over the page and has the keys. */
  get covered(): boolean {
    return this.keysShown || this.paletteShown || this.help.shown;
  }

  /** Takes a meeting onto the screen in large type, or off it, back to where it was planned. */
  project(meeting: MeetingDesk | null): void {
    const before = this.meeting;
    this.meeting = meeting;
    // With a second window, this one is its people's own.
    this.look.lend('meeting', meeting !== null && !this.second.open);
    if (meeting || !before) return;
    this.place = { at: 'meeting', meetingId: before.meetingId };
  }

  /** Whether the case on the table is shown for everybody in the room. */
  get projecting(): boolean {
    return this.#projecting;
  }
  set projecting(on: boolean) {
    this.#projecting = on;
    this.look.lend('view', on);
  }

  get place(): Place {
    return this.#place;
  }
  set place(next: Place) {
    const { desk } = this;
    if (next.at === 'settings' && this.#place.at !== 'settings')
      this.#before = {
        place: this.#place,
        ...(this.#place.at === 'case' && desk ? { part: desk.part, finding: desk.cursor } : {}),
      };
    this.#place = next;
  }

  /** Out of the settings, back to where one was. */
  leaveSettings(): void {
    const { place, part, finding } = this.#before;
    this.place = place.at === 'welcome' ? { at: 'list' } : place;
    if (place.at === 'case' && part) this.resumed = { caseId: place.caseId, part, finding: finding ?? null };
  }

  /** Opens the help at what fits the page, or closes it. */
  turnHelp(): void {
    this.help.turn(this.place, this.desk?.part ?? null);
  }

  /** What the session may do has changed. */
  async learnSession(): Promise<void> {
    const info = await this.read('app_info', {});
    if (info?.session) this.session = info.session;
  }

  #leave(): void {
    this.project(null);
    this.projecting = false;
    this.lastStore = this.session?.storeDir ?? this.lastStore;
    this.session = null;
    this.knowledge = null;
    this.place = { at: 'welcome' };
    this.draftsShown = this.closing = this.help.shown = false;
    this.tour.leave();
    this.drafts.forget();
  }

  async signOut(): Promise<void> {
    await this.drafts.flush();
    const info = await this.read('sign_out', {});
    if (info) {
      this.#leave();
      await this.#know(info);
    }
  }

  /** The screen closes by itself, at once, also while the desk is busy; what was typed is kept. */
  async lock(): Promise<void> {
    if (!this.session) return;
    const drafts = this.drafts.count;
    const kept = this.drafts.flush();
    this.#leave();
    this.farewell = drafts > 0 ? speech.t.welcome.lockedDrafts(drafts) : speech.t.welcome.locked;
    this.leaving = this.#signOutAfter(kept);
    await this.leaving;
  }

  async #signOutAfter(kept: Promise<void>): Promise<void> {
    await kept;
    const info = await this.read('sign_out', {});
    if (info && !this.session) this.info = info;
  }

  /** To where something typed belongs. */
  async goToDraft(place: DraftPlaceForm): Promise<void> {
    if (place.of === 'meeting') {
      this.place = { at: 'meeting', meetingId: place.id };
      return;
    }
    if (this.place.at !== 'case' || this.place.caseId !== place.id)
      this.place = { at: 'case', caseId: place.id };
    this.draftSought = place;
  }

  /** The window is to close: what is typed is written first. Where something is not recorded, that is said. */
  async askToClose(): Promise<void> {
    await this.drafts.flush();
    if (this.session && this.drafts.count > 0 && !this.closing) this.closing = true;
    else await this.backend.close();
  }
  stayOpen(): void {
    this.closing = false;
    void this.backend.stay();
  }

  async setLanguage(language: Language): Promise<void> {
    speech.language = language;
    // What was just done was said in the language before.
    this.toast = null;
    const info = await this.read('set_language', { language });
    if (info) this.info = info;
    // Notes and places come in the language of the session: the case is read anew.
    if (this.desk?.view && !this.desk.view.past) await this.desk.load();
  }

  /** Whether the member may use a command. */
  may(name: CommandName): boolean {
    if (!this.session?.may.includes(name)) return false;
    // A journal in doubt takes no event but its acceptance.
    return !this.session.journalInDoubt || name === 'confirm_journal';
  }

  /** Why a command is closed to the member, in words; nothing when it is open. */
  mayNot(name: CommandName): string | undefined {
    if (!this.session || this.may(name)) return undefined;
    if (this.session.may.includes(name)) return speech.t.app.inDoubt;
    return speech.t.app.notAllowed(speech.word(`role.${this.session.actingRole}`));
  }

  /** Files dropped from now on go here, until the answer is called. The newest taker has them; without any, nobody. */
  takeDrops(taker: (paths: string[]) => void): () => void {
    this.#takers = [...this.#takers, taker];
    return () => (this.#takers = this.#takers.filter((one) => one !== taker));
  }

  /** Listens to files dragged onto the window. */
  hearDrops(): () => void {
    return this.backend.onDrop(
      (drop) => {
        this.dragging = drop.kind === 'over' && this.#takers.length > 0;
        if (drop.kind === 'dropped' && drop.paths.length > 0) this.#takers.at(-1)?.(drop.paths);
      },
      (thrown) => {
        this.dragging = false;
        this.show(thrown);
      },
    );
  }

  /** Asks without changing anything. Answers null after a refusal, which is then shown. */
  async read<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N> | null> {
    this.reading += 1;
    try {
      return await this.backend.call(name, args);
    } catch (thrown) {
      this.show(thrown);
      return null;
    } finally {
      this.reading -= 1;
    }
  }

  /** Records something. Throws the refusal, so that the form that asked can place it. */
  async record<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    this.writing += 1;
    try {
      const answer = await this.backend.call(name, args);
      this.savedAt = new Date();
      this.problem = null;
      return answer;
    } catch (thrown) {
      throw asRefusal(thrown, speech.t.app.internal);
    } finally {
      this.writing -= 1;
    }
  }

  show(thrown: unknown): Refusal {
    this.problem = asRefusal(thrown, speech.t.app.internal);
    return this.problem;
  }

  say(text: string): void {
    this.toast = { text, at: Date.now() };
  }

  /** Says that a file was written, with what can be done with it. */
  sayWritten(file: string): void {
    this.toast = { text: speech.t.documents.exported(file), at: Date.now(), file };
  }

  /** Shows the folder of a file that was written here. */
  async openFolder(file: string): Promise<void> {
    try {
      await this.backend.openFolder(file);
    } catch (thrown) {
      this.show(thrown);
    }
  }
}

const KEY = Symbol('app');

export function provideApp(app: App): App {
  return setContext(KEY, app);
}

export function useApp(): App {
  return getContext<App>(KEY);
}
