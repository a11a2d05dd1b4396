/** The table of the lab in the documentation, written from what ran. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface LabCell {
  readonly scenario: string;
  readonly framework: string;
  readonly store: string;
  readonly harm: string;
  readonly fix: string;
}

const cells: LabCell[] = [];

export function recordCell(cell: LabCell): void {
  cells.push(cell);
}

/** Writes `docs/fix-lab.md` where `LAB_TABLE` asks for it, and only if every one of the cells came through. */
export function writeTable(planned: number): void {
  if (!process.env.LAB_TABLE) return;
  if (cells.length !== planned) {
    console.error(`docs/fix-lab.md is left as it is: ${cells.length} of ${planned} cells came through.`);
    return;
  }
  const lines = [
    "# Fix lab",
    "",
    "Every line was run: a small service is started, the harm is done, the fix is applied, the service is type-checked",
    "(where it is TypeScript) and started again, the same is done to it, and no harm is left; what it answers when nothing goes",
    "wrong is the same before and after. `npm run lab` runs it all and writes this table; `npm test` plays one service of",
    "each framework.",
    "",
    "PostgreSQL is PGlite behind its own protocol, Redis is the Debian package's server, Stripe is a double that speaks HTTP and",
    "signs its webhooks, BullMQ delivers every job three times. Route handlers of Next.js are called as Next.js calls them, by a",
    "small server of the lab. MongoDB is a double as well, because neither the npm registry nor Debian has a server of it: it",
    "speaks the wire protocol to Mongoose, and keeps what fixes rely on (atomic commands, unique indexes, transactions).",
    "",
    `${cells.length} cells.`,
    "",
    "| Scenario | Framework | Store | Harm before | Fix |",
    "| --- | --- | --- | --- | --- |",
    ...cells.map(
      (cell) => `| ${[cell.scenario, cell.framework, cell.store, cell.harm, cell.fix].map(escaped).join(" | ")} |`,
    ),
    "",
  ];
  writeFileSync(fileURLToPath(new URL("../../../docs/fix-lab.md", import.meta.url)), lines.join("\n"));
}

function escaped(text: string): string {
  return text.replace(/\|/g, "\\|");
}
