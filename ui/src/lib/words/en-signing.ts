import type { jaSigning } from './ja-signing';

/** Words of signatures, document checks, templates, phrases and printing, in English. */
export const enSigning: typeof jaSigning = {
  signing: {
    title: 'Signatures',
    what: 'A change of the content voids the signatures; which change it was stays here.',
    state: { missing: 'not signed', standing: 'valid', void: 'void' },
    needed: 'required',
    optional: 'optional',
    notOpen: 'It can be signed once what is needed before finalisation is done.',
    sign: 'Sign',
    dialog: 'Sign the draft report',
    dialogWhat:
      'The signature is for the content as it is shown now. Whoever signs enters their own password; who is signed in does not change.',
    capacities: 'Sign as',
    signIn: 'Sign-in name of the signer',
    password: 'Password of the signer',
    confirm: 'Record the signature',
    done: 'The signature is recorded',
    rule: 'Signatures under a report',
    ruleWhat:
      'Which signatures a report of this site needs before it is finalised. Finalised revisions stay.',
    distinct: 'Each by a different person',
    reason: 'Reason for the change',
    save: 'Record the rule',
    saved: 'The rule is recorded',
    history: (n: number) => `Changes (${n})`,
    none: 'No signature is asked for',
  },
  documentCheck: {
    title: 'Check a PDF in hand',
    what: 'Whether it is byte for byte a document that was finalised or issued in this store. The file is neither recorded nor kept. It can be dropped here too.',
    choose: 'Choose a PDF',
    code: 'Or the code at the foot of a page',
    codeHint: 'What the square code says (ENTAKU1/…), or at least 12 digits of the hash beside it',
    ask: 'Look up the code',
    verdict: {
      identical: 'identical',
      changed: 'not identical',
      draft: 'not a finalised document',
      named: 'the code is on record',
      unknown: 'not a document of this store',
    },
    at: 'finalised or issued',
    openCase: 'Open the case',
  },
};
