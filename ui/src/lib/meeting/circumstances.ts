import type { MeetingMode } from '$lib/bindings/MeetingMode';
import type { QuorumCheckView } from '$lib/bindings/QuorumCheckView';
import type { RecordMeeting } from '$lib/bindings/RecordMeeting';

/** What people state of a case for the rules, while they write it down. */
export interface Stating {
  readonly mode: MeetingMode;
  ownSequencing: boolean;
  /** `known` leaves it to the patient's age; `yes` and `no` are people's words. */
  paediatric: string;
  /** `known` leaves it to the recorded opinions; `yes` and `no` are people's words. */
  opinionsAgree: string;
  grounds: string[];
  /** What the rules make of it. */
  readonly check: Pick<QuorumCheckView, 'quorum' | 'circumstances' | 'age' | 'paediatricBelow'> | null;
}

/** What the desk is told of it. */
export function stated(
  form: Stating,
): Pick<RecordMeeting, 'ownSequencing' | 'paediatric' | 'opinionsAgree' | 'grounds'> {
  const circulated = form.mode === 'circulation';
  return {
    ownSequencing: form.ownSequencing,
    ...(form.paediatric === 'known' ? {} : { paediatric: form.paediatric === 'yes' }),
    ...(circulated && form.opinionsAgree !== 'known' ? { opinionsAgree: form.opinionsAgree === 'yes' } : {}),
    ...(form.mode !== 'realTime' && form.grounds.length ? { grounds: [...form.grounds] } : {}),
  };
}

/** Yes, no, or what is known without anybody saying so. */
export function choiceOf(said: boolean | null): string {
  return said === null ? 'known' : said ? 'yes' : 'no';
}
