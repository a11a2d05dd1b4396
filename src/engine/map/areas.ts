/**
 * Areas: entry points that belong together, by the first meaningful word of their path (`/api/v1/orders/:id` → orders)
 * or, where the path says nothing, by the file of their handler (`src/workers/receipts.worker.ts` → receipts).
 */
import type { MapEntryPoint } from "../model/service-map.ts";

export interface Area {
  readonly id: string;
  readonly title: string;
  readonly app: string;
  /** Indexes of entry points, by path and then method. */
  readonly entries: readonly number[];
}

/** An area above this share of all entry points is divided by the next word of its paths. */
const LARGEST_SHARE = 1 / 5;
/** Below this many entry points an area is never divided. */
const ALWAYS_WHOLE = 24;
const DEEPEST = 3;

/** Groups entry points; areas come by application and title. */
export function groupIntoAreas(entryPoints: readonly MapEntryPoint[]): {
  readonly areas: readonly Area[];
  readonly areaOfEntry: readonly string[];
} {
  const words = entryPoints.map(wordsOf);
  const limit = Math.max(ALWAYS_WHOLE, entryPoints.length * LARGEST_SHARE);
  const groups: { app: string; title: string; key: string; entries: number[] }[] = [];

  const divide = (indexes: readonly number[], app: string, prefix: readonly string[], depth: number): void => {
    for (const group of byWord(indexes, words, depth)) {
      const title = [...prefix, group.title];
      const deeper = group.entries.filter((index) => (words[index]?.length ?? 0) > depth + 1);
      if (group.entries.length > limit && depth + 1 < DEEPEST && deeper.length > group.entries.length / 2) {
        const parts = byWord(deeper, words, depth + 1).filter((part) => part.entries.length > 2);
        const divided = new Set(parts.flatMap((part) => part.entries));
        const rest = group.entries.filter((index) => !divided.has(index));
        if (rest.length > 0) groups.push({ app, title: title.join(" / "), key: group.key, entries: rest });
        divide([...divided], app, title, depth + 1);
      } else {
        groups.push({
          app,
          title: title.join(" / "),
          key: [...prefix.map(stem), group.key].join("/"),
          entries: group.entries,
        });
      }
    }
  };
  for (const [app, indexes] of byApp(entryPoints)) divide(indexes, app, [], 0);

  const areaOfEntry: string[] = [];
  const areas = groups.map((group): Area => {
    const id = `${group.app}#${group.key}`;
    for (const index of group.entries) areaOfEntry[index] = id;
    return { id, title: group.title, app: group.app, entries: sortByPath(group.entries, entryPoints) };
  });
  areas.sort((a, b) => a.app.localeCompare(b.app) || a.title.localeCompare(b.title));
  return { areas, areaOfEntry };
}

function byApp(entryPoints: readonly MapEntryPoint[]): ReadonlyMap<string, number[]> {
  const apps = new Map<string, number[]>();
  for (const [index, entry] of entryPoints.entries()) {
    const same = apps.get(entry.app);
    if (same) same.push(index);
    else apps.set(entry.app, [index]);
  }
  return apps;
}

function byWord(
  indexes: readonly number[],
  words: readonly (readonly string[])[],
  depth: number,
): readonly { key: string; title: string; entries: number[] }[] {
  const groups = new Map<string, { key: string; title: string; entries: number[] }>();
  for (const index of indexes) {
    const title = words[index]?.[depth] ?? words[index]?.at(-1) ?? "other";
    const key = stem(title);
    const group = groups.get(key) ?? { key, title, entries: [] };
    // The longer form is the plural: `orders` names the area better than `order`.
    if (title.length > group.title.length) group.title = title;
    group.entries.push(index);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** `Orders`, `order` → `order`; `categories`, `category` → `category`. */
function stem(word: string): string {
  const lower = word.toLowerCase();
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith("s") && !lower.endsWith("ss") && lower.length > 3) return lower.slice(0, -1);
  return lower;
}

/** Path words that say how something is reached, not what it is. */
const NOISE = /^(?:api|apis|rest|trpc|rpc|graphql|v\d+(?:\.\d+)?|public|private|internal|functions?)$/i;
/** Parameters and wildcards of every framework: `:id`, `{id}`, `[id]`, `$id`, `*`, `(group)`, `<id>`. */
const PARAMETER = /^[:{[$*(<]|[*}\])>]$/;

/** Words of an entry point, outermost first; never empty. */
function wordsOf(entry: MapEntryPoint): readonly string[] {
  const { kind, path } = entry;
  if (kind === "rpc" && path.includes(".")) return path.split(".").slice(0, -1);
  if (path.startsWith("/")) {
    const words = path.split("/").filter((word) => word !== "" && !PARAMETER.test(word) && !NOISE.test(word));
    if (words.length > 0) return words.map((word) => word.replace(/\.\w+$/, ""));
  }
  return [nounOfFile(entry.handler.file || entry.file, entry.app)];
}

const ROLE_IN_NAME =
  /[._-]?(?:controllers?|services?|routes?|routers?|handlers?|workers?|processors?|consumers?|jobs?|resolvers?|gateways?|actions?|server|schedules?|crons?|queues?|listeners?|subscribers?|commands?|api|tasks?)$/i;
const GENERIC =
  /^(?:src|lib|libs|app|apps|api|server|servers|backend|index|main|route|routes|router|routers|controllers?|services?|handlers?|workers?|processors?|consumers?|jobs?|queues?|pages?|actions?|functions?|events?|modules?|features?|packages?|resolvers?|cron|crons|tasks?|scripts?|bin|cmd|commands?|listeners?|subscribers?|http|rest|web|core|common|dist|\.|)$/i;

function nounOfFile(file: string, app: string): string {
  const parts = file.split("/");
  const base = (parts.pop() ?? "").replace(/(?:\.[cm]?[jt]sx?)$/, "");
  for (const name of [base, ...parts.reverse()]) {
    const noun = name.replace(ROLE_IN_NAME, "");
    if (!GENERIC.test(noun) && !PARAMETER.test(noun)) return noun;
  }
  return app.split("/").at(-1) || "other";
}

function sortByPath(indexes: readonly number[], entryPoints: readonly MapEntryPoint[]): readonly number[] {
  const METHODS = ["GET", "QUERY", "POST", "PUT", "PATCH", "DELETE"];
  const rank = (method: string) => (METHODS.indexOf(method) + METHODS.length + 1) % (METHODS.length + 1);
  return [...indexes].sort((a, b) => {
    const one = entryPoints[a];
    const other = entryPoints[b];
    if (!one || !other) return a - b;
    return one.path.localeCompare(other.path) || rank(one.method) - rank(other.method) || a - b;
  });
}
