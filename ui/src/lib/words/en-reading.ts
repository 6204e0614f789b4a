import type { jaReading } from './ja-reading';

const s = (n: number) => (n === 1 ? '' : 's');

/** Words of how a finding reads: which transcript speaks, what would read otherwise now, in English. */
export const enReading: typeof jaReading = {
  consequence: {
    speaks: 'speaks',
    severer: 'more severe',
    severerElsewhere: 'worse effect',
    more: (n) => `${n} more in the list below.`,
    impact: (grade) => `impact ${grade}`,
    order: 'order of choice',
    reason: 'Why this transcript',
    reasonHint: 'For instance: validated at this site, as named in the paper or guideline',
    now: 'Shown now',
    then: 'Shown then',
    what: 'Gene, change and effect of this finding will be those of the chosen transcript, also where earlier verdicts are looked up and in the report. What the others say stays, and you can choose again.',
    chosen: (transcript) => `${transcript} speaks for the finding now`,
  },
  passages: {
    clear: 'Not about this patient…',
    title: 'A passage that is not about this patient',
    what: 'It is recorded, with the reason, that this passage with its words of heredity does not speak of a finding of this patient. Once the words are changed they are looked at again.',
    reason: 'Whom it is about, or why it may stand',
    reasonHint: 'For example: the spouse’s history; a general explanation of the test',
    confirm: 'Record it',
    cleared: 'Recorded as not about this patient',
  },
  readAnew: {
    count: (n) => String(n),
    why: 'The way of reading (the program, or the site’s preferred transcripts) changed after the file was loaded. Nothing in the findings has changed yet. Until it is decided for each, with a reason, the report can be neither signed nor finalised.',
    look: 'Compare and decide',
    fold: 'Fold up',
    part: 'Field',
    was: 'As loaded',
    now: 'As read now',
    kind: 'Kind',
    noFinding: 'Read now, this record would be no finding.',
    onlyKeep: 'The new reading cannot be taken.',
    becauseKind: 'It is another kind of finding and cannot stand under this number.',
    becauseOrigin: 'It is of another origin (somatic, germline) and cannot stand under this number.',
    because: 'It is of another kind or origin and cannot stand under this number.',
    instead:
      'Keep it as loaded; where fitting, enter the right finding by hand and defer this one with the reason.',
    instead0: 'Keep it as loaded; where fitting, defer its verdict with the reason.',
    show: 'Show finding',
    all: 'Select all',
    none: 'Clear selection',
    selected: (n) => `${n} selected`,
    reason: 'Why so',
    reasonHint: 'Recorded with each selected finding.',
    take: 'Take the new reading',
    keep: 'Keep as loaded',
    needPicked: 'Select the findings to decide about.',
    needReason: 'Enter a reason to record the decision.',
    cannot: (ids) =>
      `The new reading of ${ids.join(', ')} cannot be taken. Leave it out of the selection, or keep as loaded.`,
    taken: (n) => `The new reading stands for ${n} finding${s(n)}`,
    kept: (n) => `${n} finding${s(n)} kept as loaded`,
    appeared: 'Records that are findings only now',
    appearedWhat:
      'They are not among the findings of this case. Enter by hand what the panel should discuss.',
    appearedFirst: (n) => `The first ${n} are shown.`,
    unreadable: 'Files that could not be read anew',
    unreadableWhat: 'The stored file could not be read the present way. Its findings are as loaded.',
  },
  preferred: {
    title: 'Preferred transcripts',
    what: (order) =>
      `Transcripts named here are chosen before MANE Select, each within its gene (order of choice ${order}). Which gene speaks does not change.`,
    whatOpen:
      'Cases already loaded do not change by themselves. In an open case, findings that would read otherwise are shown when it is opened, and a person decides.',
    inForce: 'in force',
    entries: (n) => `${n} transcript${s(n)}`,
    noList: 'The site has no list; the choice begins with MANE Select.',
    emptied: 'The list was emptied; the choice begins with MANE Select.',
    lines: 'Transcripts (one “gene transcript” a line)',
    linesHint:
      'For instance TP53 NM_000546.6. The version (.6) is not compared. Lines beginning with # are skipped.',
    reason: 'Reason for the change',
    reasonHint: 'Also say what it rests on. It stays in the history with name and time.',
    save: 'Record the list',
    saved: 'The preferred transcripts are recorded and apply to what is loaded from now on.',
    back: 'Back to what is recorded',
    earlier: (n) => `Earlier lists (${n})`,
    fill: 'Into the field',
  },
};
