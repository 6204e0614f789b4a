import type { GapCode } from '$lib/bindings/GapCode';
import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';

/** Parts of a case that show findings, in the order of the list. */
export const FINDING_PARTS = [
  'shortVariant',
  'copyNumber',
  'rearrangement',
  'biomarker',
  'other',
  'germline',
] as const;
export type FindingPart = (typeof FINDING_PARTS)[number];
export const PARTS = [
  'overview',
  ...FINDING_PARTS,
  'treatment',
  'agreement',
  'meeting',
  'documents',
  'history',
] as const;
export type Part = (typeof PARTS)[number];

/** The part before or after another; at the ends, the same. */
export function partBeside(part: Part, by: number): Part {
  return PARTS[PARTS.indexOf(part) + by] ?? part;
}

const OWN_PART = new Set(['shortVariant', 'copyNumber', 'rearrangement', 'biomarker']);

/** The part in which a finding is judged. */
export function partOf(row: FindingRow): FindingPart {
  return OWN_PART.has(row.kind) ? (row.kind as FindingPart) : 'other';
}

/** The germline part shows findings again that a counsellor looks for; they belong to their own part too. */
export function isGermline(row: FindingRow): boolean {
  return row.germline.listed;
}

export function isFindingPart(part: Part): part is FindingPart {
  return (FINDING_PARTS as readonly string[]).includes(part);
}

export function findingsOf(view: CaseView, part: FindingPart): FindingRow[] {
  return view.findings.filter((row) => (part === 'germline' ? isGermline(row) : partOf(row) === part));
}

/** The part whose findings are judged next: this one, where it holds findings; else the first with one that waits, or with any. */
export function partToJudge(view: CaseView, part: Part): FindingPart | undefined {
  const holds = (one: FindingPart) => findingsOf(view, one);
  if (isFindingPart(part) && holds(part).length > 0) return part;
  return (
    FINDING_PARTS.find((one) => holds(one).some(isOpen)) ?? FINDING_PARTS.find((one) => holds(one).length > 0)
  );
}

/** A finding that still waits for the panel: it needs a verdict and has none, not even a deferral. */
export function isOpen(row: FindingRow): boolean {
  return row.needsVerdict && row.verdicts.panel === null;
}

/** The first part in which something waits to be judged; the judgement of heredity comes after all verdicts. */
export function partToGoOnWith(view: CaseView): FindingPart | undefined {
  return FINDING_PARTS.find((part) => findingsOf(view, part).some((row) => isOpenIn(part, row)));
}

/** What a part asks of a finding: the germline part its judgement of heredity, every other the verdict. */
export function isOpenIn(part: Part, row: FindingRow): boolean {
  return part === 'germline' ? row.germline.open : isOpen(row);
}
function isAskedIn(part: Part, row: FindingRow): boolean {
  return part === 'germline' ? row.germline.open || row.germline.judgement !== null : row.needsVerdict;
}

export interface Progress {
  all: number;
  needed: number;
  left: number;
}

export function progress(part: Part, rows: readonly FindingRow[]): Progress {
  const needed = rows.filter((row) => isAskedIn(part, row));
  return {
    all: rows.length,
    needed: needed.length,
    left: needed.filter((row) => isOpenIn(part, row)).length,
  };
}

const OF_HEREDITY = new Set<GapCode>(['germlineUnjudged', 'germlineToLookAt']);

/** Where a gap is filled. */
export function partOfGap(code: GapCode, view: CaseView, findings: readonly string[]): Part {
  if (findings.length > 0 || code === 'undecided') {
    const row = view.findings.find((row) =>
      findings.length ? findings.includes(row.findingId) : isOpen(row),
    );
    if (row) return OF_HEREDITY.has(code) ? 'germline' : partOf(row);
  }
  switch (code) {
    case 'noAdvice':
      return 'treatment';
    case 'noMeeting':
    case 'notQuorate':
    case 'noSummary':
      return 'meeting';
    case 'unsigned':
    case 'namesWithheld':
    case 'namesBeyondCompanion':
    case 'beyondCompanion':
    case 'noExplanation':
    case 'wordsMissing':
    case 'heredityUnwritten':
    case 'explanationOutdated':
      return 'documents';
    case 'opinionsAwaited':
      return 'agreement';
    case 'germlineUnjudged':
    case 'germlineToLookAt':
      return 'germline';
    case 'undecided':
    case 'classOfHeredity':
    case 'sampleGuessed':
    case 'adviceOnWithheld':
    case 'finalised':
    case 'readsOtherwise':
    case 'missingGlyphs':
    case 'meeting':
    case 'wishDiffers':
    case 'wishNotAsked':
    case 'notExplained':
    case 'other':
      return 'overview';
  }
}
