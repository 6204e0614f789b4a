import type { Role } from '$lib/bindings/Role';
import type { Qualification } from '$lib/bindings/Qualification';
import type { InstitutionKind } from '$lib/bindings/InstitutionKind';
import type { ChangeMember } from '$lib/bindings/ChangeMember';
import type { MemberView } from '$lib/bindings/MemberView';
import { keysOf } from '$lib/format/keys';
import { given } from '$lib/format/text';

/** What is written of a member, new or known. */
export class MemberForm {
  name = $state('');
  institution = $state('');
  institutionKind = $state<InstitutionKind | ''>('');
  field = $state('');
  /** `yes`, `no`, or nothing said. */
  fullTime = $state('');
  roles = $state<Partial<Record<Role, boolean>>>({ member: true });
  keys = $state<Partial<Record<Qualification, boolean>>>({});

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

  get chosenRoles(): Role[] {
    // The first role is the one in which a member acts: the order recorded is kept, new ones follow.
    const before = this.known?.roles ?? [];
    return [...new Set([...before, ...keysOf(this.roles)])].filter((role) => this.roles[role]);
  }

  get ready(): boolean {
    return this.name.trim() !== '' && this.chosenRoles.length > 0;
  }

  args(): Omit<ChangeMember, 'memberId'> {
    return {
      name: this.name.trim(),
      roles: this.chosenRoles,
      qualifications: keysOf(this.keys).filter((key) => this.keys[key]),
      ...(given(this.institution) ? { institution: given(this.institution)! } : {}),
      ...(this.institutionKind ? { institutionKind: this.institutionKind } : {}),
      ...(given(this.field) ? { field: given(this.field)! } : {}),
      ...(this.fullTime ? { fullTime: this.fullTime === 'yes' } : {}),
    };
  }
}
