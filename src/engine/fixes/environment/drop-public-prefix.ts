/** Reads a secret by a name that bundlers keep out of the browser's code. */
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { FoundSecret } from "../../secrets/found-secret.ts";
import { addVariable } from "./environment-files.ts";

/**
 * Drops the public prefix where the file runs on a server only: in a component the variable would be missing.
 * Undefined where that is not sure.
 */
export function dropPublicPrefix(file: string, secret: FoundSecret, model: ServiceModel): Fix | undefined {
  if (secret.evidence !== "use" || /\.(?:[jt]sx|vue|svelte|astro)$/.test(file)) return undefined;
  const text = model.text(file);
  if (
    text === undefined ||
    /^\s*["']use client["']/m.test(text.slice(0, 400)) ||
    !SERVER.test(`/${file}\n${text.slice(0, 400)}`)
  )
    return undefined;
  const folder = file.slice(0, file.search(/(?:src|app|pages|server|lib)\//));
  return {
    title: `Read ${secret.variable}, which stays on the server`,
    kind: "suggestion",
    edits: (read) => [
      { kind: "replace", file, at: secret.at, text: secret.variable },
      ...addVariable(`${folder}.env.example`, read(`${folder}.env.example`), secret.variable, ""),
    ],
    checklist: [
      `Rename the variable to ${secret.variable} in \`.env\` and wherever the service runs.`,
      "Replace the secret: builds that are out already have it.",
      "Deploy, and look for the old value in the files that the browser loads: it must not be there.",
    ],
  };
}

/** Routes, actions and servers: by the path, or because the file says so. */
const SERVER =
  /\/(?:api|server|routes|actions|middleware|workers?|cron|jobs)\/|\/route\.[cm]?[jt]s\b|["']use server["']|["']server-only["']/;
