/** Assesses how ready a service is for production, from what its code and files show. */
import { DATA_INTEGRITY } from "./data-integrity.ts";
import { DEPLOYMENT } from "./deployment.ts";
import { OBSERVABILITY } from "./observability.ts";
import { PERFORMANCE } from "./performance.ts";
import type { Dimension, DimensionId, EvidenceStatus, Readiness } from "./readiness.ts";
import { type Check, type ReadinessInput, readService } from "./reading.ts";
import { SECURITY } from "./security.ts";

const DIMENSIONS: readonly { readonly id: DimensionId; readonly title: string; readonly checks: readonly Check[] }[] = [
  { id: "security", title: "Security", checks: SECURITY },
  { id: "dataIntegrity", title: "Data integrity", checks: DATA_INTEGRITY },
  { id: "observability", title: "Observability", checks: OBSERVABILITY },
  { id: "deployment", title: "Deployment", checks: DEPLOYMENT },
  { id: "performance", title: "Performance", checks: PERFORMANCE },
];

const ORDER: Readonly<Record<EvidenceStatus, number>> = { missing: 0, unknown: 1, present: 2 };

/** The five dimensions, each with what was seen and what was missed; gaps first. */
export function assessReadiness(input: ReadinessInput): Readiness {
  const reading = readService(input);
  return {
    dimensions: DIMENSIONS.map(({ id, title, checks }): Dimension => {
      const evidence = checks.flatMap((check) => check(reading) ?? []);
      return { id, title, evidence: evidence.sort((a, b) => ORDER[a.status] - ORDER[b.status]) };
    }),
  };
}
