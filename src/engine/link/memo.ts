/**
 * Remembers results together with what they were made from, so that an edit forgets exactly what depends on it.
 *
 * While a result is made, the files it touches and the remembered results it uses are noted for it alone. What depends on
 * a file indirectly is found when the file is forgotten, by following the uses backwards.
 */
export type Memo = ReturnType<typeof createMemo>;

interface Entry {
  readonly value: unknown;
  /** Files touched while this result was made, without those of the results it uses. */
  readonly files: ReadonlySet<string> | undefined;
  /** Keys of the results it uses. */
  readonly uses: ReadonlySet<string> | undefined;
}

/** What has been noted for a result that is being made. Sets are made when there is something to hold. */
interface Frame {
  files: Set<string> | undefined;
  uses: Set<string> | undefined;
}

export function createMemo() {
  const entries = new Map<string, Entry>();
  const keysByFile = new Map<string, Set<string>>();
  const usersByKey = new Map<string, Set<string>>();
  const frames: Frame[] = [];
  const inProgress = new Set<string>();

  const noteFile = (file: string): void => {
    const frame = frames.at(-1);
    if (!frame) return;
    frame.files ??= new Set();
    frame.files.add(file);
  };

  const noteUse = (key: string): void => {
    const frame = frames.at(-1);
    if (!frame) return;
    frame.uses ??= new Set();
    frame.uses.add(key);
  };

  const get = <Value>(key: string, compute: () => Value, onCycle: () => Value): Value => {
    const known = entries.get(key);
    if (known) {
      noteUse(key);
      return known.value as Value;
    }
    if (inProgress.has(key)) return onCycle();
    inProgress.add(key);
    const frame: Frame = { files: undefined, uses: undefined };
    frames.push(frame);
    let made = false;
    try {
      const value = compute();
      entries.set(key, { value, files: frame.files, uses: frame.uses });
      for (const file of frame.files ?? []) addTo(keysByFile, file, key);
      for (const used of frame.uses ?? []) addTo(usersByKey, used, key);
      made = true;
      return value;
    } finally {
      frames.pop();
      inProgress.delete(key);
      if (made) noteUse(key);
      else {
        for (const file of frame.files ?? []) noteFile(file);
        for (const used of frame.uses ?? []) noteUse(used);
      }
    }
  };

  const forgetKeys = (start: Iterable<string>): void => {
    const open = [...start];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const users = usersByKey.get(key);
      usersByKey.delete(key);
      if (users) for (const user of users) open.push(user);
      const entry = entries.get(key);
      if (!entry) continue;
      entries.delete(key);
      for (const file of entry.files ?? []) keysByFile.get(file)?.delete(key);
      for (const used of entry.uses ?? []) usersByKey.get(used)?.delete(key);
    }
  };

  return {
    get,
    /** The result being made depends on this file. */
    touch: noteFile,
    /** Forgets everything that was made from a file, directly or through other results. */
    forget: (file: string): void => {
      const keys = keysByFile.get(file);
      keysByFile.delete(file);
      if (keys) forgetKeys(keys);
    },
    clear: (): void => {
      entries.clear();
      keysByFile.clear();
      usersByKey.clear();
    },
    /** Number of results, for measuring. */
    size: (): number => entries.size,
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
