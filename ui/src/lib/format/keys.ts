/** The keys of a record whose keys are codes, as the codes they are. */
export function keysOf<K extends string>(record: Partial<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
