/** How a rule is written: see `_template.ts` beside this file. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Fix, Severity, TraceStep } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import type { Place } from "../model/term.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";

/** What one `check` is given, by the rule's `visits`. */
export interface Visits {
  /** Every entry point of the service. */
  entryPoint: EntryPoint;
  /** Every effect reached from an entry point. */
  effect: Effect;
  /** Every literal that may be a secret, in every file that is text. */
  secret: SecretUse;
  /** Every file with facts. */
  file: { readonly path: string; readonly facts: FileFacts };
  /** Once for the whole workspace. */
  service: ServiceModel;
}

/** A secret, where it stands and what it is used for. */
export interface SecretUse {
  readonly file: string;
  readonly candidate: FoundSecret;
  /** The file is a test, an example or documentation. */
  readonly inTest: boolean;
}

export interface Report {
  readonly at: Place;
  readonly message: string;
  readonly trace?: readonly TraceStep[];
  readonly entryPoint?: EntryPoint;
  /** Best as a function: fixes are planned when somebody looks at them. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Where the stake decides: money is an error, an ordinary row a hint. */
  readonly severity?: Severity;
  /** What tells this finding from others of the rule in this file, instead of the code at the place. No secrets, no lines. */
  readonly identity?: string;
}

/** A fix without edits. The last step says how to see that it is mended. */
export interface Remedy {
  readonly title: string;
  readonly steps: readonly string[];
}

export interface RuleDefinition<Visit extends keyof Visits = keyof Visits> {
  readonly severity: Severity;
  readonly visits: Visit;
  /** CWE ids, such as `[306]`; OWASP API Security 2023 and ASVS 5.0 ids. */
  readonly cwe?: readonly number[];
  readonly owasp?: readonly string[];
  readonly asvs?: readonly string[];
  /** The fix of a finding that no edit can mend: what a person does, as title and steps in Markdown. */
  readonly remedy?: Remedy;
  /** It judges pages, too: what they show. Others leave them alone, because what a page calls stands on the map by itself. */
  readonly pages?: true;
  /** The flaw is in the code at the place, whoever leads there: told once, and not to every entry point. */
  readonly once?: true;
  check(visit: Visits[Visit], report: (finding: Report) => void, model: ServiceModel): void;
}

/** A rule with its id, as the generated index lists it. */
export interface Rule extends RuleDefinition {
  readonly id: string;
}

export function defineRule<Visit extends keyof Visits>(definition: RuleDefinition<Visit>): RuleDefinition<Visit> {
  return definition;
}
