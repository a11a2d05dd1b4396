/**
 * Remembers results together with what they were made from, so that an edit forgets exactly what depends on it.
 *
 * While a result is made, every file touched and every remembered result used is noted as something it depends on. There
 * are a hundred thousand results in a large service, and most have one or two users: lists are made when they are needed.
 */
export type Memo = ReturnType<typeof createMemo>;

interface Entry {
  readonly key: string;
  value: unknown;
  /** Results that used this one; one may stand more than once. */
  users: Entry[] | undefined;
  /** The file it touched last: most touch one file again and again. */
  lastFile: string | undefined;
  isForgotten: boolean;
}

/** Lists of users are cleared of forgotten results each time they have grown by so many. */
const CLEARED_EVERY = 4096;

export function createMemo() {
  const entries = new Map<string, Entry>();
  const usersByFile = new Map<string, Entry[]>();
  const inProgress = new Set<string>();
  let current: Entry | undefined;

  const get = <Value>(key: string, compute: () => Value, onCycle: () => Value): Value => {
    const known = entries.get(key);
    if (known) {
      if (current) addUser(known, current);
      return known.value as Value;
    }
    if (inProgress.has(key)) return onCycle();
    inProgress.add(key);
    const outer = current;
    const made: Entry = { key, value: undefined, users: undefined, lastFile: undefined, isForgotten: false };
    current = made;
    try {
      const value = compute();
      made.value = value;
      entries.set(key, made);
      return value;
    } finally {
      current = outer;
      if (outer) addUser(made, outer);
      inProgress.delete(key);
    }
  };

  const keys = new Map<string, Map<string, string[]>>();

  return {
    get,
    /** The key of something at a place of a file. Some are asked for millions of times: each is put together once. */
    keyOf(kind: string, file: string, at: number): string {
      let ofKind = keys.get(kind);
      if (!ofKind) {
        ofKind = new Map();
        keys.set(kind, ofKind);
      }
      let ofFile = ofKind.get(file);
      if (!ofFile) {
        ofFile = [];
        ofKind.set(file, ofFile);
      }
      ofFile[at] ??= `${kind} ${file}#${at}`;
      return ofFile[at];
    },
    /** The result being made depends on this file. */
    touch(file: string): void {
      if (!current || current.lastFile === file) return;
      current.lastFile = file;
      const users = usersByFile.get(file);
      if (!users) usersByFile.set(file, [current]);
      else if (users.push(current) % CLEARED_EVERY === 0) usersByFile.set(file, users.filter(isKept));
    },
    /** Forgets everything that was read from a file, directly or through other results. */
    forget(file: string): void {
      const open = usersByFile.get(file) ?? [];
      usersByFile.delete(file);
      for (let entry = open.pop(); entry; entry = open.pop()) {
        if (entry.isForgotten) continue;
        entry.isForgotten = true;
        if (entries.get(entry.key) === entry) entries.delete(entry.key);
        if (entry.users) for (const user of entry.users) open.push(user);
        entry.users = undefined;
      }
    },
  };
}

function addUser(entry: Entry, user: Entry): void {
  const { users } = entry;
  if (!users) entry.users = [user];
  else if (users[users.length - 1] !== user && users.push(user) % CLEARED_EVERY === 0)
    entry.users = users.filter(isKept);
}

function isKept(entry: Entry): boolean {
  return !entry.isForgotten;
}
