/**
 * Remembers results together with what they were made from, so that an edit forgets exactly what depends on it.
 *
 * While a result is made, every file touched and every remembered result used is noted as something it depends on.
 */
export type Memo = ReturnType<typeof createMemo>;

interface Entry {
  readonly key: string;
  value: unknown;
  /** Results that used this one. */
  readonly dependents: Set<Entry>;
}

export function createMemo() {
  const entries = new Map<string, Entry>();
  const dependentsByFile = new Map<string, Set<Entry>>();
  const inProgress = new Set<string>();
  let current: Entry | undefined;

  const get = <Value>(key: string, compute: () => Value, onCycle: () => Value): Value => {
    const known = entries.get(key);
    if (known) {
      if (current) known.dependents.add(current);
      return known.value as Value;
    }
    if (inProgress.has(key)) return onCycle();
    inProgress.add(key);
    const outer = current;
    const made: Entry = { key, value: undefined, dependents: new Set() };
    current = made;
    try {
      const value = compute();
      made.value = value;
      entries.set(key, made);
      return value;
    } finally {
      current = outer;
      if (outer) made.dependents.add(outer);
      inProgress.delete(key);
    }
  };

  return {
    get,
    /** The result being made depends on this file. */
    touch(file: string): void {
      if (!current) return;
      const dependents = dependentsByFile.get(file);
      if (dependents) dependents.add(current);
      else dependentsByFile.set(file, new Set([current]));
    },
    /** Forgets everything that was read from a file, directly or through other results. */
    forget(file: string): void {
      const open = [...(dependentsByFile.get(file) ?? [])];
      dependentsByFile.delete(file);
      const seen = new Set(open);
      for (let entry = open.pop(); entry; entry = open.pop()) {
        if (entries.get(entry.key) === entry) entries.delete(entry.key);
        for (const dependent of entry.dependents) {
          if (seen.has(dependent)) continue;
          seen.add(dependent);
          open.push(dependent);
        }
      }
    },
  };
}
