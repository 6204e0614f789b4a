import type { CaseDocumentsView } from '$lib/bindings/CaseDocumentsView';
import type { LabelView } from '$lib/bindings/LabelView';
import type { PlainForm } from '$lib/bindings/PlainForm';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
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
  ) {}

  begin(documents: CaseDocumentsView): void {
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
      this.desk.take(view);
      this.desk.app.say(speech.t.companions.saved);
      this.open = false;
      await this.saved();
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
