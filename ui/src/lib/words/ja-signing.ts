/** Words of signatures, document checks, templates, phrases and printing, in Japanese. */
export const jaSigning = {
  signing: {
    title: '署名',
    what: '内容が変わると署名は無効になり、どの変更によるかがここに残ります。',
    state: { missing: '未署名', standing: '有効', void: '無効' },
    needed: '必要',
    optional: '任意',
    notOpen: '確定までに必要なことを済ませると署名できます。',
    sign: '署名する',
    dialog: '報告書の原案に署名します',
    dialogWhat:
      '署名は、いま表示されている内容に対するものです。署名する方ご本人がパスワードを入力してください。サインイン中の方は変わりません。',
    capacities: '署名する立場',
    signIn: '署名する方のサインイン名',
    password: '署名する方のパスワード',
    confirm: '署名を記録',
    done: '署名を記録しました',
    rule: '報告書の署名',
    ruleWhat: '確定に必要な署名を、この施設の規則として決めます。確定済みの版は変わりません。',
    distinct: '立場ごとに別の人が署名する',
    reason: '変更の理由',
    save: '規則を記録',
    saved: '署名の規則を記録しました',
    history: (n: number) => `変更の記録（${n}件）`,
    none: '署名を求めない',
  },
};
