/**
 * Remembers results together with the files they were read from, so that an edit forgets exactly what depends on it.
 *
 * While a result is made, every file touched and every remembered result used is noted for it and for all results being
 * made around it.
 */
export type Memo = ReturnType<typeof createMemo>;

interface Entry {
  readonly value: unknown;
  readonly files: ReadonlySet<string>;
}

export function createMemo() {
  const entries = new Map<string, Entry>();
  const keysByFile = new Map<string, Set<string>>();
  const open: Set<string>[] = [];
  const inProgress = new Set<string>();

  const note = (files: Iterable<string>): void => {
    const current = open.at(-1);
    if (current) for (const file of files) current.add(file);
  };

  const get = <Value>(key: string, compute: () => Value, onCycle: () => Value): Value => {
    const known = entries.get(key);
    if (known) {
      note(known.files);
      return known.value as Value;
    }
    if (inProgress.has(key)) return onCycle();
    inProgress.add(key);
    const files = new Set<string>();
    open.push(files);
    try {
      const value = compute();
      entries.set(key, { value, files });
      for (const file of files) {
        const keys = keysByFile.get(file);
        if (keys) keys.add(key);
        else keysByFile.set(file, new Set([key]));
      }
      return value;
    } finally {
      open.pop();
      note(files);
      inProgress.delete(key);
    }
  };

  return {
    get,
    /** The result being made depends on this file. */
    touch: (file: string): void => note([file]),
    has: (key: string): boolean => entries.has(key),
    /** Replaces a result while it is still being refined. */
    set: (key: string, value: unknown, files: Iterable<string> = []): void => {
      entries.set(key, { value, files: new Set(files) });
    },
    /** Files a result was read from. */
    filesOf: (key: string): ReadonlySet<string> => entries.get(key)?.files ?? new Set(),
    /** Forgets everything that was read from a file. */
    forget: (file: string): void => {
      for (const key of keysByFile.get(file) ?? []) entries.delete(key);
      keysByFile.delete(file);
    },
    clear: (): void => {
      entries.clear();
      keysByFile.clear();
    },
  };
}
