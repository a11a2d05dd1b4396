/** `hardpath explain`: the page of a rule. */
import { nearestName } from "../../engine/index.ts";
import { readArguments } from "../arguments.ts";
import { EXIT } from "../exit.ts";
import { type RuleEntry, ruleCatalogue } from "../rule-catalogue.ts";
import { stylesFor } from "../styles.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrap-text.ts";

/** Runs `hardpath explain` with the arguments after its name. */
export async function explain(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const rules = ruleCatalogue();
  if (positionals.length > 1) throw new UsageError("One rule at a time.");
  const name = positionals[0];
  if (name === undefined) {
    terminal.out(list(rules, terminal));
    return EXIT.clean;
  }
  const rule = rules.find(({ id }) => id === name) ?? onlyOne(rules.filter(({ id }) => id.endsWith(`/${name}`)));
  if (rule) {
    terminal.out(page(rule, terminal));
    return EXIT.clean;
  }
  const group = rules.filter(({ id }) => id.startsWith(`${name}/`));
  if (group.length > 0) {
    terminal.out(list(group, terminal));
    return EXIT.clean;
  }
  const nearest = nearestName(
    name,
    rules.map(({ id }) => id),
  );
  const hint = nearest === undefined ? "hardpath explain lists them." : `Did you mean "${nearest}"?`;
  throw new UsageError(`Unknown rule "${name}". ${hint}`);
}

function page(rule: RuleEntry, terminal: Terminal): string {
  const styles = stylesFor(terminal);
  const standards = [
    ...rule.cwe.map((id) => `CWE-${id}`),
    ...rule.owasp.map((id) => `OWASP ${id}`),
    ...rule.asvs.map((id) => `ASVS ${id}`),
  ];
  const head = [styles.bold(rule.id), `${rule.severity}${standards.length > 0 ? ` · ${standards.join(" · ")}` : ""}`];
  // Code keeps its lines; prose is wrapped again for this terminal.
  const paragraphs = rule.plain.split(/\n{2,}/).map((paragraph) => {
    if (/^( {4}|[-*|] |\d+\. )/.test(paragraph)) return paragraph;
    return wrapText(paragraph.replaceAll("\n", " "), terminal.width);
  });
  return `${[head.join("\n"), ...paragraphs].join("\n\n")}\n`;
}

function list(rules: readonly RuleEntry[], terminal: Terminal): string {
  const styles = stylesFor(terminal);
  const blocks = rules.map(
    ({ id, severity, summary }) => `${styles.bold(id)}  ${severity}\n${wrapText(summary, terminal.width, "  ")}`,
  );
  return `${blocks.join("\n")}\n`;
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
