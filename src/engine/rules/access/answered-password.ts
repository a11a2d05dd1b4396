import { defineRule } from "../define-rule.ts";
import { guardedBy, isCalledByUsers } from "../questions/guarded.ts";
import { ordinaryRoleAllowed } from "../questions/ordinary-role.ts";
import { shownAccount } from "../questions/shown-accounts.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * An answer brings whole account rows along, with the passwords they are compared with.
 *
 * `include: { owner: true }` reads every column of the owner, and what is answered as it was found goes out with all of
 * them: the page shows a name, and whoever opens the network panel finds the hash, the e-mail address and whatever else
 * stands in the row. A hash that is out can be guessed at for as long as one likes.
 *
 * ```ts bad
 * // file: schema.prisma
 * model User {
 *   id       String    @id
 *   name     String
 *   password String
 *   listings Listing[]
 * }
 * model Listing {
 *   id      String @id
 *   ownerId String
 *   owner   User   @relation(fields: [ownerId], references: [id])
 * }
 * // file: listings.ts
 * app.get("/listings/:id", async (req, res) => {
 *   res.json(await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } }));
 * });
 * ```
 * ```ts good
 * // file: schema.prisma
 * model User {
 *   id       String    @id
 *   name     String
 *   password String
 *   listings Listing[]
 * }
 * model Listing {
 *   id      String @id
 *   ownerId String
 *   owner   User   @relation(fields: [ownerId], references: [id])
 * }
 * // file: listings.ts
 * app.get("/listings/:id", async (req, res) => {
 *   res.json(
 *     await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: { select: { name: true } } } }),
 *   );
 * });
 * ```
 *
 * Told where a query of Prisma includes a table whose schema has a column for a password, nothing picks or omits columns
 * (`select`, `omit`, also those of the client), and the rows stand in the answer as they were found. Rows that staff
 * alone is shown, and the caller's own account, are left alone.
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [201, 213],
  owasp: ["API3:2023"],
  asvs: ["15.3.1"],
  remedy: {
    title: "Pick the columns that are shown",
    steps: [
      "Select the columns that the page needs: `owner: { select: { id: true, name: true } }`.",
      "Have the client leave the password out everywhere: `new PrismaClient({ omit: { user: { password: true } } })`.",
      "Look at the answer: no column is in it that nobody shows.",
    ],
  },

  check(effect, report, model) {
    const { entryPoint: entry } = effect;
    if (entry.unreadable || entry.kind === "graphql" || !isCalledByUsers(entry)) return;
    const isForStaff = guardedBy(entry, effect, ["role", "signature"]) !== "no";
    if (isForStaff && ordinaryRoleAllowed(entry, effect) === undefined) return;
    const account = shownAccount(effect, model);
    if (!account) return;
    const { table, way, password } = account;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      message: `${entry.label} answers with whole rows of ${table.name} in "${way.join(".")}", "${password}" among them. Pick the columns that are shown.`,
      trace: traceTo(entry, effect, `"${way.join(".")}" is included with every column`),
    });
  },
});
