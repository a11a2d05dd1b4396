/** Documents, filters and changes of the MongoDB double: as much of them as the lab's services use. */
export type Document = Record<string, unknown>;

export interface Collection {
  documents: Document[];
  /** Columns of each unique index. */
  readonly unique: string[][];
}

export type Store = Map<string, Collection>;

class DuplicateKey extends Error {
  readonly code = 11000;
}

export function insertInto(collection: Collection, document: Document): void {
  for (const columns of [["_id"], ...collection.unique]) {
    const taken = collection.documents.some((other) =>
      columns.every((column) => same(other[column], document[column])),
    );
    if (taken) throw new DuplicateKey(`E11000 duplicate key error: ${columns.join(", ")}`);
  }
  collection.documents.push(document);
}

export interface Change {
  readonly filter: Document;
  readonly change: Document;
  readonly upsert?: unknown;
  readonly multi?: unknown;
  readonly newId: () => unknown;
}

export function updateIn(
  collection: Collection,
  { filter, change, upsert, multi, newId }: Change,
): { n: number; nModified: number; upsertedId?: unknown } {
  const found = collection.documents.filter((document) => matches(document, filter));
  const wanted = multi ? found : found.slice(0, 1);
  let modified = 0;
  for (const document of wanted) {
    const before = text(document);
    apply(document, change, "old");
    if (text(document) !== before) modified++;
  }
  if (wanted.length > 0 || !upsert) return { n: wanted.length, nModified: modified };
  const made: Document = {};
  for (const [key, value] of Object.entries(filter)) {
    if (!isOperators(value)) made[key] = value;
    else if ("$eq" in value) made[key] = value.$eq;
  }
  apply(made, change, "new");
  if (!("_id" in made)) made._id = newId();
  insertInto(collection, made);
  return { n: 1, nModified: 0, upsertedId: made._id };
}

function apply(document: Document, change: Document, kind: "old" | "new"): void {
  for (const [operator, fields] of Object.entries(change)) {
    for (const [key, value] of Object.entries(fields as Document)) {
      if (operator === "$set" || (operator === "$setOnInsert" && kind === "new")) document[key] = value;
      else if (operator === "$inc") document[key] = Number(document[key] ?? 0) + Number(value);
      else if (operator === "$unset") delete document[key];
      else if (operator !== "$setOnInsert") throw new Error(`the double does not know ${operator}`);
    }
  }
}

export function matches(document: Document, filter: Document | undefined): boolean {
  return Object.entries(filter ?? {}).every(([key, wanted]) => {
    if (key === "$and") return (wanted as Document[]).every((one) => matches(document, one));
    const value = document[key];
    if (!isOperators(wanted)) return same(value, wanted);
    return Object.entries(wanted).every(([operator, limit]) => compares(value, operator, limit));
  });
}

function compares(value: unknown, operator: string, limit: unknown): boolean {
  switch (operator) {
    case "$eq":
      return same(value, limit);
    case "$ne":
      return !same(value, limit);
    case "$in":
      return (limit as unknown[]).some((one) => same(value, one));
    case "$lt":
      return value != null && Number(value) < Number(limit);
    case "$gte":
      return value != null && Number(value) >= Number(limit);
    default:
      throw new Error(`the double does not know ${operator}`);
  }
}

function isOperators(value: unknown): value is Document {
  return typeof value === "object" && value !== null && Object.keys(value).some((key) => key.startsWith("$"));
}

/** What is missing is equal to null. */
function same(a: unknown, b: unknown): boolean {
  return a == null || b == null ? (a ?? null) === (b ?? null) : text(a) === text(b);
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

export function sorted(documents: readonly Document[], sort: Document | undefined): readonly Document[] {
  const [key] = Object.keys(sort ?? {});
  if (key === undefined) return documents;
  return documents.toSorted((a, b) => (text(a[key]) < text(b[key]) ? -1 : 1) * Number(sort?.[key]));
}
