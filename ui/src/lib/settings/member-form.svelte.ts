import type { ChangeMember } from '$lib/bindings/ChangeMember';
import type { MemberView } from '$lib/bindings/MemberView';
import { given } from '$lib/format/text';

/** What is written of a member, new or known. */
export class MemberForm {
  name = $state('');
  institution = $state('');
  institutionKind = $state('');
  field = $state('');
  /** `yes`, `no`, or nothing said. */
  fullTime = $state('');
  roles = $state<Record<string, boolean>>({ member: true });
  keys = $state<Record<string, boolean>>({});

  constructor(readonly known: MemberView | null = null) {
    if (!known) return;
    this.name = known.name;
    this.institution = known.institution ?? '';
    this.institutionKind = known.institutionKind ?? '';
    this.field = known.field ?? '';
    this.fullTime = known.fullTime === null ? '' : known.fullTime ? 'yes' : 'no';
    this.roles = Object.fromEntries(known.roles.map((role) => [role, true]));
    this.keys = Object.fromEntries(known.qualifications.map((key) => [key, true]));
  }

  get chosenRoles(): string[] {
    // The first role is the one in which a member acts: the order recorded is kept, new ones follow.
    const before = this.known?.roles ?? [];
    return [...new Set([...before, ...Object.keys(this.roles)])].filter((role) => this.roles[role]);
  }

  get ready(): boolean {
    return this.name.trim() !== '' && this.chosenRoles.length > 0;
  }

  args(): Omit<ChangeMember, 'memberId'> {
    return {
      name: this.name.trim(),
      roles: this.chosenRoles,
      qualifications: Object.keys(this.keys).filter((key) => this.keys[key]),
      ...(given(this.institution) ? { institution: given(this.institution)! } : {}),
      ...(this.institutionKind ? { institutionKind: this.institutionKind } : {}),
      ...(given(this.field) ? { field: given(this.field)! } : {}),
      ...(this.fullTime ? { fullTime: this.fullTime === 'yes' } : {}),
    };
  }
}
