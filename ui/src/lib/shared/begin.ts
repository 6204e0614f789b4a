/** The field in which work begins: where something is typed or chosen, before what is merely ticked. A field may say itself
 *  that it is the one (`data-begin`): what stands before it is filled in already. */
export function firstField(root: HTMLElement | null | undefined): HTMLElement | undefined {
  const all = [
    ...(root?.querySelectorAll<HTMLInputElement>(':is(input, select, textarea):not(:disabled)') ?? []),
  ];
  const begins = all.find((one) => one.dataset['begin'] !== undefined);
  const typed = begins ?? all.find((one) => one.type !== 'checkbox') ?? all[0];
  if (typed?.type !== 'radio') return typed;
  return all.find((one) => one.name === typed.name && one.checked) ?? typed;
}
