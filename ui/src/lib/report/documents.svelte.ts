import type { PreviewDocument } from '$lib/bindings/PreviewDocument';
import type { PreviewView } from '$lib/bindings/PreviewView';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { printPdf } from './print';
import { speech, type Language } from '$lib/words/speech.svelte';

/** The report of a case: look, finalise, amend, export. */
export class ReportDesk {
  language = $state<Language>('ja');
  /** A finalised revision to look at; the draft or the last one when null. */
  revision = $state<number | null>(null);
  preview = $state.raw<PreviewView | null>(null);
  /** Another document of the case is looked at, and which. */
  other = $state.raw<PreviewDocument | null>(null);
  /** What the other document is called. */
  name = $state('');
  asking = $state<'finalise' | 'amend' | 'export' | null>(null);
  reason = $state('');
  path = $state('');
  busy = $state(false);
  #asked = 0;

  constructor(private readonly desk: CaseDesk) {
    this.language = speech.language;
  }

  /** What the preview shows: a chosen revision, else the draft while the report is open, else the last revision. */
  get shown(): number | undefined {
    if (this.revision !== null) return this.revision;
    const view = this.desk.view;
    return view && !view.open && view.revision > 0 ? view.revision : undefined;
  }

  /** Looks at another document of the case. */
  async lookAt(other: PreviewDocument, name = this.name): Promise<void> {
    const asked = ++this.#asked;
    const preview = await this.desk.app.read('preview_document', other);
    if (asked === this.#asked && preview) {
      this.other = other;
      this.name = name;
      this.preview = preview;
    }
  }

  /** What stands on the pages, by name. */
  get title(): string {
    const { preview } = this;
    if (!preview) return speech.t.documents.preview;
    if (this.other) return this.name;
    return preview.draft
      ? speech.t.documents.draftOf(preview.revision)
      : speech.t.documents.finalOf(preview.revision);
  }

  async look(): Promise<void> {
    const asked = ++this.#asked;
    this.other = null;
    const revision = this.shown;
    const preview = await this.desk.app.read('preview_report', {
      caseId: this.desk.caseId,
      language: this.language,
      ...(revision === undefined ? {} : { revision }),
    });
    if (asked === this.#asked && preview) this.preview = preview;
  }

  /** What is looked at, in the language chosen now. */
  again(): Promise<void> {
    const other = this.other;
    return other && !other.issue ? this.lookAt({ ...other, language: this.language }) : this.look();
  }

  show(revision: number | null): Promise<void> {
    this.revision = revision;
    return this.look();
  }

  async finalise(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const done = await this.desk.change('finalise_report', {});
    this.busy = false;
    this.asking = null;
    if (done) {
      this.desk.app.say(speech.t.documents.finalised(this.desk.view?.revision ?? 0));
      this.revision = null;
      await this.look();
    }
    return done;
  }

  async amend(): Promise<boolean> {
    const reason = this.reason.trim();
    if (this.busy || !reason) return false;
    this.busy = true;
    const done = await this.desk.change('open_amendment', { reason });
    this.busy = false;
    if (done) {
      this.asking = null;
      this.reason = '';
      this.revision = null;
      this.desk.app.say(speech.t.documents.amended);
      await this.look();
    }
    return done;
  }

  /** `C2026-001_r1_ja.pdf` */
  get fileName(): string {
    const view = this.desk.view;
    const revision = this.shown;
    if (this.other) {
      const issue = this.other.issue ? String(this.other.issue) : 'draft';
      return `${view?.caseNo ?? 'case'}_${this.other.kind}_${issue}_${this.language}.pdf`;
    }
    const state = revision === undefined ? 'draft' : `r${revision}`;
    return `${view?.caseNo ?? 'case'}_${state}_${this.language}.pdf`;
  }

  async pickPath(): Promise<void> {
    const chosen = await this.desk.app.backend
      .pickSave(speech.t.documents.exportTitle, this.fileName)
      .catch((thrown: unknown) => {
        this.desk.app.show(thrown);
        return null;
      });
    if (chosen) this.path = chosen;
  }

  /** Sends what is shown to the printer, and notes that it left. */
  async print(): Promise<void> {
    const shown = this.preview;
    if (this.busy || !shown) return;
    this.busy = true;
    try {
      await this.desk.app.record('note_printed', { caseId: this.desk.caseId, sha256: shown.sha256 });
      await printPdf(shown.pdf, () => this.desk.app.backend.print());
    } catch (thrown) {
      this.desk.app.show(thrown);
    } finally {
      this.busy = false;
    }
  }

  async export(): Promise<boolean> {
    const out = this.path.trim();
    if (this.busy || !out) return false;
    this.busy = true;
    const revision = this.shown;
    try {
      const done = await this.desk.app.record('export_document', {
        caseId: this.desk.caseId,
        language: this.language,
        out,
        ...(this.other ? ofOther(this.other) : { kind: 'panel' }),
        ...(this.other || revision === undefined ? {} : { revision }),
      });
      this.desk.app.sayWritten(done.file);
      this.asking = null;
      return true;
    } catch (thrown) {
      this.desk.app.show(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** What writes another document to a file as it is looked at: an issue, else the draft. */
function ofOther({ kind, referralId, typeSize, readings, issue, language }: PreviewDocument) {
  return {
    kind,
    revision: issue ?? 0,
    ...(language ? { language } : {}),
    ...(referralId ? { referralId } : {}),
    ...(typeSize ? { typeSize } : {}),
    ...(readings ? { readings } : {}),
  };
}
