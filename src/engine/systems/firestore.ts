// https://firebase.google.com/docs/firestore/manage-data/add-data · https://googleapis.dev/nodejs/firestore/latest/
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem, type TermMaker } from "./define-system.ts";
import { chainOf, conditionsOf, named } from "./reading/chain.ts";
import { documentPath, parentsIn, partsOf } from "./reading/document-path.ts";
import { argumentOf, calls, literalText, made } from "./reading/terms.ts";

export default defineSystem({
  title: "Firestore",
  category: "database",
  packages: ["firebase-admin", "firebase-admin/firestore", "@google-cloud/firestore", "firebase/firestore"],
  traits: { readsNoSql: true },
  clients: [
    "getFirestore()",
    "initializeFirestore()",
    "firestore()",
    // https://firebase.google.com/docs/reference/admin/node/firebase-admin.app.app#appappfirestore
    "app().firestore()",
    "initializeApp().firestore()",
    "new Firestore()",
    "new Transaction()",
    "new WriteBatch()",
    "new CollectionReference()",
    "new DocumentReference()",
    "",
  ],
  builders: ["collection", "doc", "collectionGroup", "where"],
  references: ["ref"],
  calls: {
    "set|update|create|delete|get": inTransaction,
    "batch().set|update|create|delete": inTransaction,
    "bulkWriter().set|update|create|delete": inTransaction,
    "collection()|doc()|collectionGroup().**": reference,
    "addDoc|setDoc|updateDoc|deleteDoc|getDoc|getDocs|getCountFromServer": modular,
  },
  transactions: { runTransaction: { callback: 0, client: 0, as: "new Transaction()" } },
});

/** The innermost collection on the way to a reference. */
function collectionOf(terms: TermMaker, term: Term | undefined): { readonly target?: string } {
  const group = literalText(argumentOf(term, "collectionGroup", 0));
  const path = documentPath(terms, term);
  const name = group ?? path.at(isDocument(term) ? -2 : -1);
  return typeof name === "string" ? { target: `=${name}` } : {};
}

function isDocument(term: Term | undefined): boolean {
  for (let one = term; one?.kind === "external"; one = one.base) {
    const last = one.path.at(-1);
    if (last === "doc()" || last === "collection()") return last === "doc()";
  }
  return false;
}

/** A document with a chosen id can be written again; `doc()` and `add` choose another one each time. */
function reference(call: CallView): CallDefinition | undefined {
  const target = collectionOf(call.terms, call.receiver);
  const method = call.path.at(-1) ?? "";
  const steps = chainOf(call);
  const ids = named(steps, "doc");
  const where = conditionsOf(call.terms, named(steps, "where"));
  const condition = where ? { where } : {};
  switch (method) {
    case "add":
      return { access: "write", operation: "insert", ...target, data: "$0" };
    case "get":
    case "count":
    case "onSnapshot":
    case "stream":
      return {
        access: "read",
        ...target,
        ...(where ? condition : idOf(call, ids.at(-1)?.arguments[0], call.receiver)),
      };
    case "set":
    case "create":
    case "update":
    case "delete":
      return written(
        call,
        method,
        ids.length > 0 ? ids.at(-1)?.arguments[0] : null,
        call.arguments[0],
        target,
        call.receiver,
      );
    default:
      return undefined;
  }
}

/** `tx.set(ref, data)`, `batch.set(ref, data)`. */
function inTransaction(call: CallView): CallDefinition | undefined {
  const [of, data] = call.arguments;
  if (!of) return undefined;
  const method = call.path.at(-1) ?? "";
  const target = collectionOf(call.terms, of);
  const id = argumentOf(of, "doc", 0);
  if (method === "get") return { access: "read", ...target, ...idOf(call, id, of) };
  const isChosen = calls(of.kind === "external" ? of.path : [], "doc");
  // `batch.update(found.ref, …)`: the document that was found.
  const other = of.kind === "external" && method !== "set" && method !== "create" ? of : null;
  return written(call, method, isChosen ? id : other, data, target, of);
}

/** `id` is null where the reference is not known to be one of a document. */
function written(
  call: CallView,
  method: string,
  id: Term | undefined | null,
  data: Term | undefined,
  target: { readonly target?: string },
  reference?: Term,
): CallDefinition {
  const common = { access: "write", ...target, ...(data && { data }) } as const;
  if (method === "delete")
    return { access: "write", operation: "delete", ...target, ...idOf(call, id ?? undefined, reference) };
  if (method === "update") return { ...common, operation: changeOf(data), ...idOf(call, id ?? undefined, reference) };
  const fresh = id === undefined || isNewId(id);
  if (fresh) return { ...common, operation: "insert" };
  const change = changeOf(data);
  const where = id ? idOf(call, id, reference) : {};
  return { ...common, ...where, operation: change === "set" ? "upsert" : change, conflict: ["id"] };
}

/** `collection.doc().id`: another one each time. */
function isNewId(id: Term | null): boolean {
  if (id?.kind !== "external" || id.path.at(-1) !== "id" || id.base?.kind !== "external") return false;
  return id.base.path.at(-1) === "doc()" && id.base.arguments?.length === 0;
}

/** The document by its id, and by the documents it lies in: `users/${userId}/orders/${id}`. */
function idOf(call: CallView, id: Term | undefined, reference?: Term): Pick<CallDefinition, "where"> {
  if (!id) return {};
  const own = partsOf(call.terms, id).at(-1) ?? id;
  const value = typeof own === "string" ? call.terms.literal(own) : own;
  const parents = parentsIn(documentPath(call.terms, reference), true);
  return { where: call.terms.object([{ key: "id", value }, ...parents]) };
}

/** `FieldValue.increment(1)`, `increment(1)`. */
function changeOf(data: Term | undefined): Operation {
  const increments = data?.kind === "object" && data.fields.some(({ value }) => made(value)?.name === "increment");
  return increments ? "increment" : "set";
}

/** The functions of the web library: `setDoc(doc(db, "orders", id), data)`. */
function modular(call: CallView): CallDefinition | undefined {
  const [of, data] = call.arguments;
  const method = call.path.at(-1) ?? "";
  const name = literalText(argumentOf(of, "doc", 1)) ?? literalText(argumentOf(of, "collection", 1));
  const target = name ? { target: `=${name.split("/")[0]}` } : {};
  const id = argumentOf(of, "doc", 2);
  if (method === "addDoc") return { access: "write", operation: "insert", ...target, data: "$1" };
  if (method.startsWith("get")) return { access: "read", ...target, ...idOf(call, id) };
  return written(call, method.replace("Doc", ""), id ?? null, data, target);
}
