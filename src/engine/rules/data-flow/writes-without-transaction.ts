import { transactionAround } from "../../fixes/transactions/transaction-around.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { stakeOf } from "../questions/stake.ts";
import { together } from "../questions/together.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * Several writes belong together, and nothing keeps them together.
 *
 * When the process stops between them, or the second one fails, the first stays: an order without lines, money taken
 * and not booked. Put them into one transaction of the database.
 *
 * ```ts bad
 * app.post("/orders", requireUser, async (req, res) => {
 *   const { rows } = await pool.query("INSERT INTO orders (total) VALUES ($1) RETURNING id", [req.body.total]);
 *   await pool.query("INSERT INTO order_lines (order_id, sku) VALUES ($1, $2)", [rows[0].id, req.body.sku]);
 *   res.sendStatus(201);
 * });
 * ```
 * ```ts good
 * app.post("/orders", requireUser, async (req, res) => {
 *   await prisma.$transaction(async (tx) => {
 *     const order = await tx.order.create({ data: { total: req.body.total } });
 *     await tx.orderLine.create({ data: { orderId: order.id, sku: req.body.sku } });
 *   });
 *   res.sendStatus(201);
 * });
 * ```
 *
 * A warning where money, accounts or orders are concerned, and for a row and its parts; a hint elsewhere.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [460, 662],
  asvs: ["2.3.3"],
  remedy: {
    title: "Write all of it in one transaction",
    steps: [
      "Open a transaction of the library (`$transaction`, `transaction()`, `BEGIN` on one client) around the writes, and write through its client only: hand it to the functions that write.",
      "Keep calls of other services out of it.",
      "Let the second write fail: the first must be gone too.",
    ],
  },

  check(entry, report, model) {
    // What is claimed first and marked later is the record of the work, not part of it.
    const claimed = new Set(
      entry.effects.filter((effect) => effect.operation === "upsert").map((effect) => effect.target),
    );
    const writes = entry.effects.filter((effect) => isWrite(effect) && !claimed.has(effect.target));
    for (const [index, second] of writes.entries()) {
      const first = writes.slice(0, index).find((one) => isApart(one, second) && !isClaimOf(one, second));
      if (!first) continue;
      // What was only set is set again by the next try; a row that stays alone is not.
      const stays = LOSES.has(first.operation);
      // A row of little worth that stays alone, ahead of a state that the next try sets, harms nobody.
      const weighed = first.operation === "insert" && !LOSES.has(second.operation) ? [first] : [first, second];
      const grave =
        stays &&
        !isRecordOf(second, first) &&
        !isMadeAnew(second) &&
        !isNotice(second) &&
        (weighed.some((one) => ["money", "account", "record"].includes(stakeOf(one))) || isPartOf(second, first));
      report({
        at: second.call.calleePlace ?? second.place,
        entryPoint: entry,
        severity: grave ? "warning" : "hint",
        message: `${entry.label} writes ${first.target} and then ${second.target} without a transaction: a failure in between leaves half of it.`,
        trace: [
          ...traceTo(entry, first, `${first.target} is written`),
          { place: second.place, message: `${second.target} is written after it` },
        ],
        fixes: () =>
          [transactionAround({ entryPoint: entry, model, pair: [first, second] })].filter((fix) => fix !== undefined),
      });
      return;
    }
  },
});

/** Rows that belong to the row that was added just before: without them it is half a thing. */
function isPartOf({ operation, data, target = "" }: Effect, whole: Effect): boolean {
  // What is noted of it is no part of it.
  if (/(?:events?|logs?|histor(?:y|ies)|activit(?:y|ies))$/i.test(target)) return false;
  return (
    operation === "insert" && whole.operation === "insert" && data !== undefined && containsTerm(data, whole.result)
  );
}

/** Whoever misses it asks for another one: signs in, or has the letter sent again. */
function isMadeAnew(second: Effect): boolean {
  return second.operation === "insert" && /token|session|otp|verification|challenge|nonce/i.test(second.target ?? "");
}

/** Somebody is told of it: that nobody is, harms less than work that is undone for it. */
function isNotice(second: Effect): boolean {
  return second.operation === "insert" && (stakeOf(second) === "message" || /notification/i.test(second.target ?? ""));
}

/** It notes what was done elsewhere in between, a letter sent or a payment made: no transaction holds these together. */
function isRecordOf(second: Effect, first: Effect): boolean {
  const { data, entryPoint } = second;
  return entryPoint.effects.some(
    (between) =>
      between.category !== "database" &&
      between.access !== "read" &&
      between.order > first.order &&
      between.order < second.order &&
      data !== undefined &&
      containsTerm(data, between.result),
  );
}

/** The first one stops a repeat of the second: it is the record of the work, and stands ahead of it on purpose. */
function isClaimOf(first: Effect, second: Effect): boolean {
  if (second.retry !== "safe") return false;
  if (first.operation === "insert" && first.retry === "safe" && second.because?.includes("fails first")) return true;
  return first.entryPoint.guards.some(
    (guard) =>
      guard.kind === "dedupe" &&
      guard.detail.includes(first.target ?? "") &&
      first.order < guard.order &&
      guard.order < second.order,
  );
}

function isWrite(effect: Effect): boolean {
  if (effect.category !== "database" || effect.access !== "write" || effect.target === undefined) return false;
  // A claim by a unique key stands first on purpose; what undoes or tidies up can be done again.
  if (effect.operation === "upsert" || effect.operation === "delete") return false;
  if (effect.scopes.some((scope) => scope.kind === "catch") || inChain(effect)) return false;
  return stakeOf(effect) !== "trail";
}

/** Both certainly run, one after the other, in one database, on two tables, in no common transaction. */
function isApart(first: Effect, second: Effect): boolean {
  if (first.system !== second.system || first.target === second.target || first.place.at[0] === second.place.at[0])
    return false;
  // Setting the same values again mends what was left: only new rows and numbers are lost.
  if (!LOSES.has(first.operation) && !LOSES.has(second.operation)) return false;
  if (!together(first, second) || isThereOrMade(first, second) || inOneTransaction(first, second)) return false;
  return !(mayBeInTransaction(first) && mayBeInTransaction(second));
}

/** `isOpen(db) ? work(db) : db.transaction(work)`: the same statement stands in a transaction on another way. */
function mayBeInTransaction(effect: Effect): boolean {
  if (effect.scopes.some((scope) => scope.kind === "branch" && someTerm(scope.test, namesTransaction))) return true;
  return effect.entryPoint.effects.some(
    (one) =>
      one.place.at[0] === effect.place.at[0] &&
      one.place.file === effect.place.file &&
      one.scopes.some((scope) => scope.kind === "transaction"),
  );
}

/** `is(db, SQLiteTransaction)`, `runner.isTransactionActive`. */
function namesTransaction(part: Term): boolean {
  const name = part.kind === "external" ? part.path.at(-1) : part.kind === "member" ? part.name : undefined;
  if (name === undefined) return false;
  // A class of the package, or a question; a table may be called so as well.
  return (
    (part.kind === "external" && part.path.length === 1 && /^[A-Z]\w*Transaction$/.test(name)) ||
    /^(?:is|in)\w*Transaction/.test(name)
  );
}

/** It is added only where it is missing, and what follows happens in any case: the next try finds it and goes on. */
function isThereOrMade(first: Effect, second: Effect): boolean {
  if (first.operation !== "insert" || first.retry !== "safe") return false;
  return first.scopes.some((scope) => scope.kind === "branch" && !second.scopes.some((other) => other.id === scope.id));
}

const LOSES = new Set(["insert", "increment", "append"]);

function inOneTransaction(first: Effect, second: Effect): boolean {
  if (isGivenSame(first, second)) return true;
  return first.scopes.some(
    (scope) =>
      scope.kind === "transaction" &&
      // Parts of one list that stand on different branches are wrapped each for itself, at the same place.
      second.scopes.some(
        (other) => other.kind === "transaction" && (other.id === scope.id || other.place === scope.place),
      ),
  );
}

/** `create(row, { transaction })`: both are told the transaction, wherever it was begun. */
function isGivenSame(first: Effect, second: Effect): boolean {
  const given = transactionOf(first);
  return given !== undefined && given === transactionOf(second);
}

function transactionOf({ call }: Effect): Term | undefined {
  for (const argument of call.arguments) {
    const field = argument.kind === "object" && argument.fields.findLast(({ key }) => TOLD.test(key ?? ""));
    if (field && field.value.kind !== "undefined" && field.value.kind !== "literal") return field.value;
  }
  return undefined;
}

const TOLD = /^(?:transaction|session|trx|tx)$/;
