import type { DocumentKind } from '$lib/bindings/DocumentKind';
import type { Readings } from '$lib/bindings/Readings';
import type { TypeSize } from '$lib/bindings/TypeSize';
import type { CaseDocumentsView } from '$lib/bindings/CaseDocumentsView';
import type { IssuedView } from '$lib/bindings/IssuedView';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { speech } from '$lib/words/speech.svelte';
import type { ReportDesk } from './documents.svelte';
import { ExplanationForm } from './explanation-form.svelte';

/** Documents of a case besides the panel's report: looked at, issued, written to files. */
export class Companions {
  documents = $state.raw<CaseDocumentsView | null>(null);
  /** `patient`, `wish`, or the referral a letter is about. */
  chosen = $state('patient');
  large = $state(false);
  furigana = $state(false);
  busy = $state(false);
  /** Whether it is asked once more before the chosen document goes out. */
  asking = $state(false);
  /** Whether it goes to the printer as soon as it is issued. */
  #toPaper = false;
  readonly form: ExplanationForm;

  constructor(
    private readonly desk: CaseDesk,
    private readonly report: ReportDesk,
  ) {
    this.form = new ExplanationForm(desk, async () => {
      await this.load();
      await this.look();
    });
  }

  async load(): Promise<void> {
    this.documents = await this.desk.app.read('case_documents', { caseId: this.desk.caseId });
  }

  /** Asks once more before the chosen document goes out. */
  ask(toPaper = false): void {
    this.#toPaper = toPaper;
    this.asking = true;
  }

  /** Brings the patient's explanation onto paper by as few steps as it lets: what was issued and still holds is printed;
   *  words that are missing or stale are written first; what was not issued is asked for. Nothing goes out by itself. */
  async explain(): Promise<void> {
    const { app, view } = this.desk;
    this.chosen = 'patient';
    await this.load();
    const { documents } = this;
    if (!documents || !view) return;
    const { language } = this.report;
    const holds = documents.issued.find(
      (one) => one.kind === 'patient' && one.language === language && !one.outdated,
    );
    if (holds) {
      await this.show(holds);
      if (app.may('note_printed')) await this.report.print();
    } else if (view.open || view.past) {
      await this.look();
      app.say(speech.t.companions.draftOf(speech.t.companions.patient));
    } else if (documents.explanation.gaps.length === 0) await this.#askToPaper();
    else if (app.may('write_explanation')) this.form.begin(documents, () => this.#askToPaper());
    else app.say(app.mayNot('write_explanation')!);
  }
  async #askToPaper(): Promise<void> {
    await this.look();
    const lacks = this.documents?.explanation.gaps[0];
    const why = this.desk.app.mayNot('issue_document') ?? (lacks && speech.label(lacks.message));
    if (why) this.desk.app.say(why);
    else this.ask(true);
  }

  get kind(): DocumentKind {
    return this.chosen === 'patient' || this.chosen === 'wish' ? this.chosen : 'referral';
  }

  /** What a document is asked for with; readings are for Japanese alone. */
  get asked() {
    const patient = this.chosen === 'patient';
    return {
      kind: this.kind,
      language: this.report.language,
      ...(this.kind === 'referral' ? { referralId: this.chosen } : {}),
      ...(patient && this.large ? { typeSize: 'large' as TypeSize } : {}),
      ...(patient && this.furigana && this.report.language === 'ja' ? { readings: 'with' as Readings } : {}),
    };
  }

  get name(): string {
    const t = speech.t.companions;
    const referral = this.desk.view?.referrals.find((one) => one.referralId === this.chosen);
    if (this.kind === 'wish') return t.wish;
    return referral ? t.referralTo(referral.trial) : t.patient;
  }

  look(): Promise<void> {
    return this.report.lookAt({ id: this.desk.caseId, ...this.asked }, this.name);
  }

  /** A document as it was issued. */
  show(issued: IssuedView): Promise<void> {
    return this.report.lookAt(this.#asIssued(issued), this.nameOf(issued));
  }
  shows(issued: IssuedView): boolean {
    return JSON.stringify(this.report.other) === JSON.stringify(this.#asIssued(issued));
  }
  /** Whether the draft of the chosen document stands on the pages. */
  get draftShown(): boolean {
    return JSON.stringify(this.report.other) === JSON.stringify({ id: this.desk.caseId, ...this.asked });
  }
  #asIssued(issued: IssuedView) {
    return {
      id: this.desk.caseId,
      kind: issued.kind,
      issue: issued.issue,
      ...(issued.referralId ? { referralId: issued.referralId } : {}),
    };
  }
  /** An issued document by name, number and language. */
  nameOf(one: IssuedView): string {
    const t = speech.t.companions;
    const kind =
      { patient: t.patient, wish: t.wish, minutes: t.minutes, agenda: t.agenda }[one.kind as string] ??
      t.referral;
    return speech.t.join.apart([kind, t.number(one.issue), one.language.toUpperCase()]);
  }

  async issue(): Promise<boolean> {
    const version = this.desk.view?.version;
    if (this.busy || version === undefined) return false;
    this.busy = true;
    try {
      const answer = await this.desk.app.record('issue_document', {
        id: this.desk.caseId,
        expectedVersion: version,
        ...this.asked,
      });
      if (answer.caseView) this.desk.take(answer.caseView);
      this.desk.app.say(speech.t.companions.issued(this.name, answer.issued.issue));
      await this.load();
      await this.show(answer.issued);
      if (this.#toPaper && this.desk.app.may('note_printed')) await this.report.print();
      return true;
    } catch (thrown) {
      const refusal = this.desk.app.show(thrown);
      if (refusal.code === 'stale') await this.desk.load();
      return false;
    } finally {
      this.busy = this.asking = false;
    }
  }
}
