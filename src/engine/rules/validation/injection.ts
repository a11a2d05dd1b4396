import { defineRule } from "../define-rule.ts";
import { injectedCode } from "../questions/injected-code.ts";
import { injectedOperators } from "../questions/injected-operators.ts";
import { injectedSql } from "../questions/injected-sql.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * What a request holds becomes part of a SQL statement, a filter, a command or a program.
 *
 * Whoever writes the request writes the statement: reads other rows, changes them, drops the table, signs in with a
 * password that is "not empty", runs a command on the server. Hand values over as values; choose names of columns from a
 * fixed list.
 *
 * ```ts bad
 * app.get("/users", async (req, res) => {
 *   res.json(await pool.query(`SELECT id FROM users WHERE email = '${req.query.email}'`));
 * });
 * ```
 * ```ts good
 * app.get("/users", async (req, res) => {
 *   res.json(await pool.query("SELECT id FROM users WHERE email = $1", [req.query.email]));
 * });
 * ```
 *
 * A part of the body as a value of a MongoDB or Mongoose filter may be an object, and objects are operators:
 *
 * ```ts bad
 * import mongoose from "mongoose";
 * const User = mongoose.model("User", new mongoose.Schema({ email: String, resetToken: String }));
 * app.post("/reset", async (req, res) => {
 *   const user = await User.findOne({ resetToken: req.body.token });
 *   res.json({ email: user?.email });
 * });
 * ```
 * ```ts good
 * import mongoose from "mongoose";
 * const User = mongoose.model("User", new mongoose.Schema({ email: String, resetToken: String }));
 * app.post("/reset", async (req, res) => {
 *   const user = await User.findOne({ resetToken: { $eq: req.body.token } });
 *   res.json({ email: user?.email });
 * });
 * ```
 *
 * A shell reads the whole text of a command:
 *
 * ```ts bad
 * import { exec } from "node:child_process";
 * app.post("/thumbnail", (req, res) => {
 *   exec(`convert ${req.body.file} small.png`, () => res.sendStatus(204));
 * });
 * ```
 * ```ts good
 * import { execFile } from "node:child_process";
 * app.post("/thumbnail", (req, res) => {
 *   execFile("convert", [req.body.file, "small.png"], () => res.sendStatus(204));
 * });
 * ```
 *
 * Tagged templates hand their values over apart from the text. Numbers, texts that were cleaned, and values that were
 * compared with a list or read by a schema before are left alone. Mongoose reads operators in every type of path unless
 * `sanitizeFilter` is on; `express-mongo-sanitize` takes them out.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  once: true,
  cwe: [89, 78, 94, 943],
  owasp: ["A05:2025"],
  asvs: ["1.2.4", "1.2.5", "1.3.2"],
  remedy: {
    title: "Keep values out of the text of the statement",
    steps: [
      "SQL: put a placeholder (`$1`, `?`) where the value stands, and hand the value over as a parameter.",
      "MongoDB, Mongoose: compare with `{ $eq: value }` or `String(value)`; Prisma: with `{ equals: value }`.",
      "Shell: call `execFile` or `spawn` with the arguments in a list, without `shell: true`.",
      "Where a name must be chosen (a column, an order, a program), look it up in a fixed list.",
      'Send `\' OR 1=1 --`, `{ "$ne": "" }` and `; id`: they must match nothing and run nothing.',
    ],
  },

  check(entry, report, model) {
    // What a queue or a schedule hands over was written by the service itself.
    if (entry.kind === "queue" || entry.kind === "schedule" || entry.kind === "event" || entry.kind === "command")
      return;
    for (const found of [
      ...injectedSql(entry, model),
      ...injectedOperators(entry, model),
      ...injectedCode(entry, model),
    ]) {
      report({
        at: found.at,
        entryPoint: entry,
        severity: found.severity,
        message: `${entry.label} ${found.says}`,
        trace: traceTo(entry, found.event, found.last),
        ...(found.fixes && { fixes: found.fixes }),
      });
    }
  },
});
