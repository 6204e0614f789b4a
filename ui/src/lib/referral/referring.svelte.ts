import type { ReferToTrial } from '$lib/bindings/ReferToTrial';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { folded } from '$lib/format/fold';
import { entries, given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';

const TEXTS = [
  'title',
  'phase',
  'site',
  'contact',
  'asOf',
  'eligibility',
  'status',
  'on',
  'nextCheck',
  'recommendationId',
] as const;

/** A referral to a trial being written. Following a recommendation brings its trial, drugs and findings along. */
export class Referring {
  recommendationId = $state('');
  trial = $state('');
  title = $state('');
  phase = $state('');
  drugs = $state('');
  site = $state('');
  contact = $state('');
  asOf = $state('');
  eligibility = $state('');
  status = $state('');
  on = $state('');
  nextCheck = $state('');
  findings = $state.raw<string[]>([]);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  /** The match it began with: what stood there is kept, as long as the number is the same. */
  #found: CaseDesk['matched'] = null;
  readonly words: Typed<Referring>;

  constructor(private readonly desk: CaseDesk) {
    const likely = this.#likely;
    if (likely) {
      this.recommendationId = likely.recommendationId;
      this.follow();
    } else if (desk.cursor) this.findings = [desk.cursor];
    this.words = new Typed<Referring>(this, [...TEXTS, 'trial', 'drugs', 'findings']);
    this.#begin();
  }

  /** Begins with the trial that was found beside the case, once. */
  #begin(): void {
    const { matched } = this.desk;
    this.desk.matched = null;
    if (!matched) return;
    this.trial = matched.trial;
    this.title = matched.title ?? '';
    this.asOf = matched.asOf?.slice(0, 10) ?? '';
    this.#found = matched;
  }

  /** What it most likely follows: what rests on the finding under discussion, before what has a referral already. */
  get #likely() {
    const { cursor, view } = this.desk;
    const referred = (id: string) => view?.referrals.some((one) => one.recommendationId === id);
    const open = this.recommendations.filter((one) => !referred(one.recommendationId));
    const all = [...open, ...this.recommendations];
    return all.find((one) => cursor && one.findings.includes(cursor)) ?? all[0];
  }

  /** Treatments that stand. */
  get recommendations() {
    return (this.desk.view?.recommendations ?? []).filter(
      (one) => one.kind === 'treatment' && one.withdrawn === null,
    );
  }

  /** The referrals of this case to the same trial, however its number is typed. */
  get already() {
    const trial = folded(this.trial).trim();
    return trial ? (this.desk.view?.referrals ?? []).filter((one) => folded(one.trial) === trial) : [];
  }

  follow(): void {
    const chosen = this.recommendations.find((one) => one.recommendationId === this.recommendationId);
    if (!chosen) return;
    this.trial = chosen.trial ?? this.trial;
    this.drugs = speech.t.join.list(chosen.drugs);
    this.findings = [...chosen.findings];
  }

  args(): Omit<ReferToTrial, 'caseId' | 'expectedVersion'> {
    const texts = Object.fromEntries(
      TEXTS.map((name) => [name, given(this[name])] as const).filter(([, text]) => text !== undefined),
    );
    const drugs = entries(this.drugs);
    const found = this.#found?.trial === this.trial.trim() ? this.#found : null;
    return {
      trial: this.trial.trim(),
      ...(found ? { source: found.source, ...(found.arm ? { arm: found.arm } : {}) } : {}),
      ...texts,
      ...(drugs.length ? { drugs } : {}),
      ...(this.findings.length ? { findings: [...this.findings] } : {}),
    };
  }

  async save(): Promise<boolean> {
    if (this.busy || !this.trial.trim()) return false;
    this.busy = true;
    this.errors = {};
    const done = await this.desk.change('refer_to_trial', this.args(), (refusal) => {
      this.errors = refusal.fields;
    });
    this.busy = false;
    if (done) this.desk.app.say(speech.t.treatment.referSaved);
    return done;
  }
}
