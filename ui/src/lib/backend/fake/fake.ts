import type { TemplateStateView } from '$lib/bindings/TemplateStateView';
import type { SigningRuleView } from '$lib/bindings/SigningRuleView';
import type { AnswerOf, ArgsOf, Backend, CommandName, Drop, Reading, Refusal } from '$lib/backend/backend';
import type { AppInfoView } from '$lib/bindings/AppInfoView';
import type { CaseRowView } from '$lib/bindings/CaseRowView';
import type { CaseView } from '$lib/bindings/CaseView';
import type { IssuedView } from '$lib/bindings/IssuedView';
import type { HistoryEntry } from '$lib/bindings/HistoryEntry';
import type { InspectionView } from '$lib/bindings/InspectionView';
import type { PhraseView } from '$lib/bindings/PhraseView';
import type { ReferenceView } from '$lib/bindings/ReferenceView';
import type { HeredityListView } from '$lib/bindings/HeredityListView';
import type { PreferredListView } from '$lib/bindings/PreferredListView';
import type { RecordRuleSet } from '$lib/bindings/RecordRuleSet';
import type { SessionView } from '$lib/bindings/SessionView';
import type { SittingView } from '$lib/bindings/SittingView';
import type { TranscriptView } from '$lib/bindings/TranscriptView';
import { COMMANDS } from './acts';
import { demoCase, ME, otherRows } from './cases';
import { demoConsequences } from './consequences';
import { demoPhrases } from './phrases';

export interface FakeOptions {
  /** Case on the table; the demonstration case when left out. */
  view?: CaseView;
  /** Further rows of the list. */
  others?: number;
  /** A store lies on the computer already. */
  store?: boolean;
  signedIn?: boolean;
  language?: 'ja' | 'en';
  /** The journal's end is not the one that was kept. */
  inDoubt?: boolean;
}

export function refusal(code: string, message: string, fields: Record<string, string> = {}): Refusal {
  return { code, message, fields };
}

/** A desk in memory, for developing the window in a browser and for its tests. Never part of the built window. */
export class FakeBackend implements Backend {
  view: CaseView;
  others: CaseRowView[];
  session: SessionView | null = null;
  inDoubt: boolean;
  info: AppInfoView;
  history: HistoryEntry[] = [];
  meetings: SittingView[] = [];
  /** Documents given out, and findings the patient is told of. */
  issued: IssuedView[] = [];
  told: string[] = [];
  /** Seconds gone by, for a test to say, and when the case on the table came there. */
  seconds = 0;
  turnedAt = 0;
  /** The site's template of the report. */
  template: TemplateStateView = {
    template: { leftOut: [] },
    version: null,
    optional: ['treatments', 'histories', 'minutes'],
    papers: ['a4', 'letter'],
    history: [],
  };
  /** The site's reference genomes. */
  references: ReferenceView[] = [];
  /** The site's rule of signing. */
  signingRule: SigningRuleView = { required: ['author', 'reviewer', 'chair'], distinct: false, history: [] };
  /** Rule-sets that the site recorded. */
  ruleSets: RecordRuleSet[] = [];
  /** The site's phrases. */
  phrases: PhraseView[] = demoPhrases();
  /** The site's lists of preferred transcripts, newest first. */
  preferred: PreferredListView[] = [];
  /** The site's own words of heredity, newest first. */
  heredity: HeredityListView[] = [];
  /** What changes do to each transcript, by finding. */
  consequences: Record<string, TranscriptView[]> = demoConsequences();
  calls: { name: CommandName; args: unknown }[] = [];
  /** The next call of this name is refused so. */
  refuse = new Map<CommandName, Refusal>();
  /** In what a file differs from the practice file. */
  inspection: Partial<InspectionView> = {};
  picked: string[] | null = ['/data/LUAD-demo.cats.json'];

  constructor(options: FakeOptions = {}) {
    this.view = options.view ?? demoCase();
    this.inDoubt = options.inDoubt ?? false;
    this.others = otherRows(options.others ?? 0);
    this.info = {
      version: '0.1.0',
      storeDir: '/home/sato/.local/share/jp.entaku.desk/store',
      storeExists: options.store ?? true,
      signInNames: ['sato', 'suzuki'],
      language: options.language ?? 'ja',
      session: null,
    };
    if (options.signedIn) this.info = { ...this.info, session: this.open(false) };
  }

  open(demo: boolean): SessionView {
    this.session = {
      storeId: '0193-demo',
      storeDir: this.info.storeDir,
      institution: '架空大学病院 がんゲノム医療センター',
      contact: null,
      targetDays: 30,
      demo,
      member: ME,
      actingRole: 'chair',
      may: Object.keys(COMMANDS),
      journalInDoubt: this.inDoubt,
    };
    return this.session;
  }

  async call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    this.calls.push({ name, args });
    await Promise.resolve();
    const refused = this.refuse.get(name);
    if (refused) {
      this.refuse.delete(name);
      throw refused;
    }
    const expected = (args as { expectedVersion?: number }).expectedVersion;
    if (expected !== undefined && !('meetingId' in args) && expected !== this.view.version)
      throw refusal('stale', '症例が更新されています。');
    return structuredClone(COMMANDS[name](this, args)) as AnswerOf<N>;
  }
  pickFiles(): Promise<string[] | null> {
    return Promise.resolve(this.picked);
  }
  pickFolder(): Promise<string | null> {
    return Promise.resolve('/data/store');
  }
  pickSave(_title: string, name: string): Promise<string | null> {
    return Promise.resolve(`/data/${name}`);
  }
  /** What a test lets fall onto the window. */
  drop: (drop: Drop) => void = () => undefined;
  onDrop(tell: (drop: Drop) => void): () => void {
    this.drop = tell;
    return () => (this.drop = () => undefined);
  }
  /** What is being read, for a test to say. */
  underway: Reading | null = null;
  stopped = 0;
  reading(): Promise<Reading | null> {
    return Promise.resolve(this.underway);
  }
  stopReading(): Promise<void> {
    this.stopped += 1;
    return Promise.resolve();
  }
  /** How often something was printed. */
  printed = 0;
  print(): Promise<void> {
    this.printed += 1;
    return Promise.resolve();
  }
  /** Files whose folders were opened. */
  opened: string[] = [];
  openFolder(file: string): Promise<void> {
    this.opened.push(file);
    return Promise.resolve();
  }
  ready(): Promise<void> {
    return Promise.resolve();
  }
}
