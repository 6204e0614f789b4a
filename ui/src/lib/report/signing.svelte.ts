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
  /** The dialog was left by a signature. */
  signed = false;

  constructor(private readonly desk: CaseDesk) {}

  get rows(): readonly SignatureView[] {
    return this.desk.view?.signatures ?? [];
  }

  /** Only what is complete can be signed. */
  get ready(): boolean {
    const view = this.desk.view;
    return !!view?.open && view.gaps.every((gap) => gap.code === 'unsigned');
  }

  /** Opens with one capacity, or with all that the desk offers who is signed in: they are shown ticked, and where one person
   *  signs in several, that is said. */
  begin(capacity?: Capacity): void {
    const offered = this.rows.filter((row) => row.proposed).map((row) => row.capacity);
    const open = this.rows.filter((row) => row.state !== 'standing');
    const first = open.find((row) => row.required) ?? open[0];
    if (capacity) this.capacities = [capacity];
    else this.capacities = offered.length > 0 || !first ? offered : [first.capacity];
    this.signIn = this.desk.app.session?.member.signIn ?? '';
    this.password = '';
    this.signed = false;
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

  /** The capacities that would be of one person: what is ticked, and what that person has signed already. */
  get ofOne(): Capacity[] {
    const member = this.desk.app.session?.member;
    const own = member !== undefined && this.signIn.trim() === member.signIn;
    const mine = this.rows.filter((row) => own && row.state === 'standing' && row.by === member.name);
    return this.rows
      .map((row) => row.capacity)
      .filter((one) => this.capacities.includes(one) || mine.some((row) => row.capacity === one));
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
      this.signed = true;
      this.open = false;
      this.desk.app.say(speech.t.signing.done);
    }
    return done;
  }
}
