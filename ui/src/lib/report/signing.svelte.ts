import type { Capacity } from '$lib/bindings/Capacity';
import type { SignatureView } from '$lib/bindings/SignatureView';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Signing the report of a case: who, in which capacity. The password lives no longer than the dialog. */
export class Signing {
  open = $state(false);
  capacities = $state<Capacity[]>([]);
  signIn = $state('');
  password = $state('');
  busy = $state(false);

  constructor(private readonly desk: CaseDesk) {}

  get rows(): readonly SignatureView[] {
    return this.desk.view?.signatures ?? [];
  }

  /** Only what is complete can be signed. */
  get ready(): boolean {
    const view = this.desk.view;
    return !!view?.open && view.gaps.every((gap) => gap.code === 'unsigned');
  }

  /** Opens with one capacity chosen: nobody signs for all of them by pressing Enter. */
  begin(capacity?: Capacity): void {
    const open = this.rows.filter((row) => row.state !== 'standing');
    const first = open.find((row) => row.required && row.mine) ?? open.find((row) => row.mine) ?? open[0];
    const chosen = capacity ?? first?.capacity;
    this.capacities = chosen ? [chosen] : [];
    this.signIn = this.desk.app.session?.member.signIn ?? '';
    this.password = '';
    this.open = true;
  }

  leave(): void {
    this.open = false;
    this.password = '';
  }

  toggle(capacity: Capacity): void {
    this.capacities = this.capacities.includes(capacity)
      ? this.capacities.filter((one) => one !== capacity)
      : [...this.capacities, capacity];
  }

  get complete(): boolean {
    return this.capacities.length > 0 && this.signIn.trim() !== '' && this.password !== '' && !this.busy;
  }

  async sign(): Promise<boolean> {
    if (!this.complete) return false;
    this.busy = true;
    const done = await this.desk.change('sign_report', {
      capacities: [...this.capacities],
      signIn: this.signIn.trim(),
      password: this.password,
    });
    this.busy = false;
    this.password = '';
    if (done) {
      this.open = false;
      this.desk.app.say(speech.t.signing.done);
    }
    return done;
  }
}
