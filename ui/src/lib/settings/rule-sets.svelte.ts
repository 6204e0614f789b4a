import type { Qualification } from '$lib/bindings/Qualification';
import type { Refusal } from '$lib/backend/backend';
import type { RequirementForm } from '$lib/bindings/RequirementForm';
import type { RuleSetForm } from '$lib/bindings/RuleSetForm';
import type { RuleSetsView } from '$lib/bindings/RuleSetsView';
import type { RuleSetView } from '$lib/bindings/RuleSetView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** The rules for panels, and the site's version of one of them while it is being written. */
export class RuleSets {
  all = $state.raw<RuleSetsView | null>(null);
  /** The rule-set that is being edited, as it stands. */
  edited = $state.raw<RuleSetView | null>(null);
  draft = $state<RuleSetForm | null>(null);
  reason = $state('');
  /** A field of its own, for an empty one means "no limit". */
  mostKeys = $state('');
  below = $state('');
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    this.all = await this.app.read('rule_sets', {});
  }

  begin(set: RuleSetView): void {
    this.edited = set;
    this.reason = '';
    this.fields = {};
    this.fill(set.ruleSet);
  }

  /** Takes the figures of a rule-set into the form; nothing is recorded by it. */
  fill(from: RuleSetForm): void {
    this.draft = structuredClone($state.snapshot(from)) as RuleSetForm;
    this.mostKeys = from.mostKeys ? String(from.mostKeys) : '';
    this.below = String(from.paediatricBelow);
  }

  leave(): void {
    this.edited = null;
    this.draft = null;
  }

  /** Puts a key among the requirements or takes it away. */
  toggle(list: 'attendance' | 'members', key: Qualification): void {
    if (!this.draft) return;
    const known = this.draft[list];
    if (known.some((one) => one.key === key)) {
      this.draft[list] = known.filter((one) => one.key !== key);
      return;
    }
    const fresh: RequirementForm = {
      key,
      minimum: 1,
      distinctFields: false,
      fullTime: false,
      applies: 'always',
      basis: { certainty: 'unconfirmed', source: this.draft.basis.source },
    };
    const order = (this.app.knowledge?.qualifications ?? []).map(([one]) => one);
    this.draft[list] = [...known, fresh].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }

  get ready(): boolean {
    return this.draft !== null && this.reason.trim() !== '' && !this.busy;
  }

  async save(): Promise<boolean> {
    if (!this.draft || !this.ready) return false;
    const most = this.mostKeys.trim();
    const { mostKeys: _, ...rest } = $state.snapshot(this.draft) as RuleSetForm;
    // What is no number is left to the desk to refuse: 0 is out of every bound.
    const number = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);
    this.busy = true;
    try {
      this.all = await this.app.record('record_rule_set', {
        ruleSet: {
          ...rest,
          paediatricBelow: number(this.below),
          ...(most ? { mostKeys: number(most) } : {}),
        },
        reason: this.reason.trim(),
      });
      this.leave();
      this.app.say(speech.t.settings.ruleSaved);
      return true;
    } catch (thrown) {
      this.fields = (thrown as Refusal).fields;
      this.app.show(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
