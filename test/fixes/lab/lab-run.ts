/**
 * One service of the lab, before and after its fixes: started, harmed, fixed one finding after the other as in an editor,
 * type-checked, started again, harmed again.
 */
import { join } from "node:path";
import { applyEdits, type Replacement } from "../../../src/engine/fixes/code/text-edits.ts";
import type { Edit, Finding, Fix } from "../../../src/engine/index.ts";
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import { startStripeDouble } from "../../apps/shopfront/scripts/stripe-double.ts";
import { type Analysed, analysed } from "./analysed.ts";
import { copyService, type Running, startService, textsOf, writeTexts } from "./running-service.ts";
import { type Scenario, type Stage, webhookSecret } from "./scenarios.ts";
import type { LabService } from "./services.ts";
import { typeErrors } from "./type-errors.ts";

export interface CellResult {
  readonly before: Outcome;
  readonly after: Outcome | undefined;
  readonly fix: string | undefined;
  /** What the fix builder still offers once the fix is made: nothing. */
  readonly again: string | undefined;
  /** What the rule says before the fix, and after it: nothing. */
  readonly finding: string | undefined;
  readonly remaining: string | undefined;
}

export interface Outcome {
  readonly happy: unknown;
  readonly harm: string | undefined;
  /** A scenario that could not be played, or a promise that was broken. */
  readonly error: string | undefined;
}

export interface LabRun {
  readonly cells: ReadonlyMap<Scenario, CellResult>;
  readonly typeErrors: readonly string[];
}

export async function runService(
  service: LabService,
  scenarios: readonly Scenario[],
  postgres: EmbeddedPostgres,
): Promise<LabRun> {
  const folder = copyService(service.folder);
  await service.prepare?.(folder);
  const before = await play(service, scenarios, folder, postgres);

  const made = new Map<Scenario, Fix>();
  const found = new Map<Scenario, string | undefined>();
  for (const scenario of scenarios) {
    const texts = textsOf(folder);
    const state = analysed(texts);
    found.set(scenario, reported(service, scenario, state));
    const fix = offered(service, scenario, state);
    if (!fix) continue;
    made.set(scenario, fix);
    writeTexts(
      folder,
      changed(
        texts,
        fix.edits((file) => texts.get(file)),
      ),
    );
  }
  await service.prepare?.(folder);
  const after = await play(service, scenarios, folder, postgres, "with promises");

  const state = analysed(textsOf(folder));
  const cells = new Map<Scenario, CellResult>();
  for (const scenario of scenarios) {
    cells.set(scenario, {
      before: before.get(scenario)!,
      after: after.get(scenario),
      finding: found.get(scenario),
      fix: made.get(scenario)?.title,
      again: offered(service, scenario, state)?.title,
      remaining: reported(service, scenario, state),
    });
  }
  return { cells, typeErrors: typeErrors(join(folder, "tsconfig.json")) };
}

/** The finding's own first fix; that of the builder where no rule reports this on this store. */
function offered(service: LabService, scenario: Scenario, { model, findings }: Analysed): Fix | undefined {
  const label = labelIn(service, scenario);
  const finding = findings.find((one) => isAbout(one, scenario, label));
  if (finding) return finding.fixes[0];
  if (isFile(scenario)) return undefined;
  const entryPoint = model.entryPoints.find((one) => one.label === label);
  if (!entryPoint) throw new Error(`no ${label} among ${model.entryPoints.map((one) => one.label).join(", ")}`);
  return scenario.fix(model, entryPoint);
}

function reported(service: LabService, scenario: Scenario, { findings }: Analysed): string | undefined {
  const label = labelIn(service, scenario);
  return findings.find((one) => isAbout(one, scenario, label))?.message;
}

function isFile({ entry }: Scenario): boolean {
  return /\.[jt]s$/.test(entry);
}

function isAbout(finding: Finding, scenario: Scenario, label: string): boolean {
  if (finding.ruleId !== scenario.rule) return false;
  return isFile(scenario) ? finding.place.file === scenario.entry : finding.entryPoint === label;
}

/** `POST /api/orders` for `POST /orders` in a service whose paths are below `/api`. */
function labelIn({ below = "" }: LabService, { entry }: Scenario): string {
  return entry.replace(/(?<=^[A-Z]+ )(?=\/)/, below);
}

/** The files that edits change or make. Throws where edits contradict each other or the files. */
export function changed(texts: ReadonlyMap<string, string>, edits: readonly Edit[]): Map<string, string> {
  const after = new Map<string, string>();
  const replaced = new Map<string, Replacement[]>();
  for (const edit of edits) {
    if (edit.kind === "create") {
      if (texts.has(edit.file) || after.has(edit.file)) throw new Error(`${edit.file} is there already`);
      after.set(edit.file, edit.text);
    } else replaced.set(edit.file, [...(replaced.get(edit.file) ?? []), edit]);
  }
  for (const [file, list] of replaced) after.set(file, applyEdits(texts.get(file)!, list));
  return after;
}

async function play(
  service: LabService,
  scenarios: readonly Scenario[],
  folder: string,
  postgres: EmbeddedPostgres,
  how?: "with promises",
): Promise<Map<Scenario, Outcome>> {
  await postgres.db.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  await service.migrate?.(postgres, folder);
  const stripe = await startStripeDouble();
  const probe = await service.probe(postgres);
  let running: Running | undefined;
  const outcomes = new Map<Scenario, Outcome>();
  try {
    const set: Record<string, string> = Object.assign({}, ...(how ? scenarios.map((scenario) => scenario.set) : []));
    const environment: Record<string, string> = {
      DATABASE_URL: postgres.url,
      STRIPE_API_URL: stripe.url,
      WEBHOOK_SECRET: webhookSecret,
      LAB_DELIVERIES: "3",
      JWT_SECRET: "lab-jwt-secret",
      ...(await service.environment?.()),
      ...set,
    };
    running = await startService(folder, environment);
    const startWithout = async (variable: string) => {
      const { [variable]: _, ...others } = environment;
      try {
        await (await startService(folder, others)).stop();
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (const scenario of scenarios) {
      const stage: Stage = { service: running, probe, stripe, set, startWithout };
      let happy: unknown;
      let harm: string | undefined;
      let error: string | undefined;
      try {
        await probe.seed();
        happy = await scenario.happy(stage);
        stripe.calls.length = 0;
        harm = await scenario.harm(stage);
        if (how) await scenario.promises?.(stage);
      } catch (reason) {
        error = `${(reason as Error).message}\n${running.output()}`;
      }
      outcomes.set(scenario, { happy, harm, error });
    }
  } finally {
    await running?.stop();
    await stripe.stop();
    await probe.close?.();
  }
  return outcomes;
}
