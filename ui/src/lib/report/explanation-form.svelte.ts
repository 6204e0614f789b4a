import type { CaseDocumentsView } from '$lib/bindings/CaseDocumentsView';
import type { LabelView } from '$lib/bindings/LabelView';
import type { PlainForm } from '$lib/bindings/PlainForm';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Words being typed, in both languages. */
export interface Draft {
  ja: string;
  en: string;
}

export interface Item {
  id: string;
  name: string;
  detail: string;
  told: boolean;
  words: Draft;
  proposed: LabelView;
  place: string;
}

const draft = (words: PlainForm): Draft => ({ ja: words.ja ?? '', en: words.en ?? '' });
const sent = (words: Draft): PlainForm => ({ ja: words.ja.trim() || null, en: words.en.trim() || null });

/** What the patient is told, while somebody writes it. Nothing is taken over by itself: a proposal is put in when asked. */
export class ExplanationForm {
  open = $state(false);
  busy = $state(false);
  readonly words: Typed<ExplanationForm>;
  /** What was asked for, and goes on once the words are recorded. */
  #then: (() => unknown) | null = null;
  overall = $state<Draft>({ ja: '', en: '' });
  next = $state<Draft>({ ja: '', en: '' });
  heredity = $state<Draft>({ ja: '', en: '' });
  findings = $state<Item[]>([]);
  advice = $state<Item[]>([]);
  doctor = $state('');
  contact = $state('');
  tellsHeredity = $state(false);
  proposedOverall = $state.raw<LabelView>({ ja: '', en: '' });
  proposedNext = $state.raw<LabelView>({ ja: '', en: '' });

  constructor(
    private readonly desk: CaseDesk,
    private readonly saved: () => Promise<void>,
  ) {
    this.words = new Typed<ExplanationForm>(this, ['typedWords']);
  }

  /** All that is typed, of findings and advice by their ids: what is no longer there takes no words along. */
  get typedWords() {
    const items = (all: Item[]) => all.map(({ id, told, words, place }) => ({ id, told, words, place }));
    return {
      overall: this.overall,
      next: this.next,
      heredity: this.heredity,
      findings: items(this.findings),
      advice: items(this.advice),
      doctor: this.doctor,
      contact: this.contact,
    };
  }
  set typedWords(kept) {
    const { overall, next, heredity, doctor, contact } = kept;
    Object.assign(this, { overall, next, heredity, doctor, contact });
    const put = (all: Item[], typed: typeof kept.findings) => {
      for (const item of all) {
        const was = typed.find((one) => one.id === item.id);
        if (was) Object.assign(item, { told: was.told, words: was.words, place: was.place });
      }
    };
    put(this.findings, kept.findings);
    put(this.advice, kept.advice);
  }

  begin(documents: CaseDocumentsView, then: (() => unknown) | null = null): void {
    this.#then = then;
    const kept = documents.explanation;
    this.overall = draft(kept.overall);
    this.next = draft(kept.nextSteps);
    this.heredity = draft(kept.heredity);
    this.tellsHeredity = kept.tellsHeredity;
    this.doctor = kept.doctor ?? '';
    this.contact = kept.contact ?? '';
    this.proposedOverall = kept.overallProposed;
    this.proposedNext = kept.nextStepsProposed;
    this.findings = kept.findings.map((row) => ({
      id: row.findingId,
      name: `${row.findingId} ${row.subject} ${speech.label(row.changeInWords)}`,
      detail: speech.label(row.verdict),
      told: row.released,
      words: draft(row.words),
      proposed: row.proposed,
      place: '',
    }));
    this.advice = kept.recommendations.map((row) => ({
      id: row.recommendationId,
      name: speech.label(row.advice),
      detail: '',
      told: row.released,
      words: draft(row.words),
      proposed: row.proposed,
      place: row.place ?? '',
    }));
    this.words.begin();
    const spot = this.desk.app.drafts.at(this.desk.spot('explanation').place);
    if (spot) this.words.resume(spot.typed);
    this.open = true;
  }

  /** Puts the proposed words where nothing is written. */
  propose(words: Draft, proposed: LabelView): void {
    if (!words.ja.trim()) words.ja = proposed.ja;
    if (!words.en.trim()) words.en = proposed.en;
  }

  async save(): Promise<boolean> {
    const version = this.desk.view?.version;
    if (this.busy || version === undefined) return false;
    this.busy = true;
    const told = (items: Item[]) => items.filter((item) => item.told);
    try {
      const view = await this.desk.app.record('write_explanation', {
        caseId: this.desk.caseId,
        expectedVersion: version,
        overall: sent(this.overall),
        nextSteps: sent(this.next),
        ...(this.tellsHeredity ? { heredity: sent(this.heredity) } : {}),
        findings: told(this.findings).map((item) => ({ findingId: item.id, words: sent(item.words) })),
        recommendations: told(this.advice).map((item) => ({
          recommendationId: item.id,
          words: sent(item.words),
          place: item.place,
        })),
        doctor: this.doctor,
        contact: this.contact,
      });
      this.words.begin();
      this.desk.take(view);
      this.desk.app.drafts.drop(this.desk.spot('explanation').place);
      this.desk.app.say(speech.t.companions.saved);
      this.open = false;
      await this.saved();
      await this.#then?.();
      return true;
    } catch (thrown) {
      const refusal = this.desk.app.show(thrown);
      // Another hand changed the case: what was typed stays, and can be saved on its newest state.
      if (refusal.code === 'stale') await this.desk.load();
      return false;
    } finally {
      this.busy = false;
    }
  }
}
