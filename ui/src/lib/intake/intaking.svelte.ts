import { asRefusal, type Reading, type Refusal } from '$lib/backend/backend';
import type { CaseView } from '$lib/bindings/CaseView';
import type { InspectionView } from '$lib/bindings/InspectionView';
import { Details } from '$lib/case/details.svelte';
import { given } from '$lib/format/text';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** From a file to a case: choose, look inside, fill in, register. Until the last step nothing is stored. */
export class Intaking {
  paths = $state.raw<string[]>([]);
  path = $state('');
  inspections = $state.raw<InspectionView[]>([]);
  shown = $state(0);
  assembly = $state('');
  sample = $state('');
  /** Day the report arrived; empty: today. */
  receivedOn = $state('');
  batch = $state(false);
  busy = $state(false);
  error = $state.raw<Refusal | null>(null);
  /** Files among several that cannot be used, each with its reason. */
  refused = $state.raw<{ path: string; message: string }[]>([]);
  /** What of a folder is no file to load. */
  passedOver = $state.raw<string[]>([]);
  /** How far the reading under way got, once it takes long enough to be worth a word. */
  reading = $state.raw<Reading | null>(null);
  private stopped = false;
  readonly details = new Details();

  constructor(
    private readonly app: App,
    /** The case that the file is added to; a new one when left out. */
    readonly target?: CaseView,
  ) {}

  get inspection(): InspectionView | undefined {
    return this.inspections[this.shown];
  }
  /** Whether somebody must say which build the positions are in. */
  get buildUnknown(): boolean {
    return this.inspections.some((one) => one.assembly.name === '?' || one.assembly.source === 'person');
  }
  /** Whether somebody may correct the build: the file itself does not say it. */
  get buildOpen(): boolean {
    return this.inspections.some((one) => one.assembly.source !== 'file');
  }
  /** Samples to choose from, over all files in which one of several is taken. */
  get samples(): string[] {
    const choosing = this.inspections.filter((one) => one.tumourSample !== null || one.mustChooseSample);
    return [...new Set(choosing.flatMap((one) => one.samples))];
  }
  /** A file with several patients is nobody's until one is chosen. */
  get sampleNeeded(): boolean {
    return this.inspections.some((one) => one.mustChooseSample);
  }
  get ready(): boolean {
    return this.inspections.length > 0 && !this.sampleNeeded && !this.busy;
  }
  /** Whether the details shown come from the file. */
  get proposed(): boolean {
    return !this.target && !this.batch && this.inspections[0]?.proposed != null;
  }
  /** Whether each file brings its own patient. */
  get eachItsOwn(): boolean {
    return this.batch && !this.target && this.inspections.length > 1;
  }

  async choose(): Promise<void> {
    const chosen = await this.app.backend.pickFiles(speech.t.list.intake).catch((thrown: unknown) => {
      this.app.show(thrown);
      return null;
    });
    if (!chosen) return;
    await this.take(chosen);
  }

  /** All files of a folder, each a case of its own unless told otherwise. */
  async chooseFolder(): Promise<void> {
    try {
      const folder = await this.app.backend.pickFolder(speech.t.intake.chooseFolder);
      if (!folder) return;
      const found = await this.app.backend.call('list_folder', { path: folder });
      this.batch = found.files.length > 1;
      await this.take(found.files);
      this.passedOver = found.passedOver;
    } catch (thrown) {
      this.app.show(thrown);
    }
  }

  /** Files that were chosen or dropped. */
  async take(paths: string[]): Promise<void> {
    if (this.busy) return;
    this.passedOver = [];
    this.path = paths.length === 1 ? (paths[0] ?? '') : '';
    this.assembly = '';
    this.sample = '';
    await this.inspect(paths);
  }

  /** Looks into what was typed, or into what was chosen before. */
  inspectTyped(): Promise<void> {
    const typed = given(this.path);
    return this.inspect(typed ? [typed] : this.paths);
  }

  async inspect(paths: string[]): Promise<void> {
    if (paths.length === 0 || this.busy) return;
    this.busy = true;
    this.error = null;
    this.stopped = false;
    const watch = this.look();
    try {
      const found: InspectionView[] = [];
      const good: string[] = [];
      const refused: { path: string; message: string }[] = [];
      for (const path of paths) {
        try {
          found.push(
            await this.app.backend.call('inspect_file', {
              path,
              ...(this.assembly ? { assembly: this.assembly } : {}),
              ...(this.sample ? { tumourSample: this.sample } : {}),
            }),
          );
          good.push(path);
        } catch (thrown) {
          // One file alone, or a reading that a person stopped, is told as it is; among several the others go on.
          if (paths.length === 1 || this.stopped) throw thrown;
          refused.push({ path, message: asRefusal(thrown, speech.t.app.internal).message });
        }
      }
      this.refused = refused;
      this.paths = good;
      this.inspections = found;
      this.shown = Math.max(0, Math.min(this.shown, found.length - 1));
      this.details.offer(found[0]?.proposed ?? null);
    } catch (thrown) {
      this.inspections = [];
      this.refused = [];
      this.error = this.app.show(thrown);
      this.app.problem = null;
    } finally {
      watch();
      this.busy = false;
    }
  }

  /** Stops the reading under way. Nothing is kept of it. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.app.backend.stopReading().catch((thrown: unknown) => this.app.show(thrown));
  }

  /** Shows how the reading under way gets on, until the answer is called. */
  private look(): () => void {
    const heard = this.app.backend.onReading((reading) => (this.reading = reading));
    return () => {
      heard();
      this.reading = null;
    };
  }

  /** Registers the case and answers with it, or null after a refusal. */
  async confirm(): Promise<CaseView | null> {
    const details = this.target || this.eachItsOwn ? undefined : this.details.form();
    if (details === null || !this.ready) return null;
    this.busy = true;
    this.error = null;
    const watch = this.look();
    try {
      const result = await this.app.record('intake', {
        paths: this.paths,
        ...(this.target ? { caseId: this.target.caseId, expectedVersion: this.target.version } : {}),
        ...(details && this.details.dirty ? { details } : {}),
        ...(this.assembly ? { assembly: this.assembly } : {}),
        ...(this.sample ? { tumourSample: this.sample } : {}),
        ...(given(this.receivedOn) && !this.target ? { receivedOn: given(this.receivedOn)! } : {}),
        ...(this.eachItsOwn ? { batch: true, takeProposed: true } : {}),
      });
      this.app.say(
        result.refused.length > 0
          ? speech.t.intake.doneBut(
              result.files.length,
              result.refused.map((one) => one.file),
            )
          : speech.t.intake.done(result.case.caseNo),
      );
      return result.case;
    } catch (thrown) {
      this.error = thrown as Refusal;
      this.details.errors = { ...this.error.fields };
      return null;
    } finally {
      watch();
      this.busy = false;
    }
  }
}
