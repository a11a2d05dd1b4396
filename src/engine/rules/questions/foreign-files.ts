/** Stored files that a request removes by their name, whoever put them there. */
import { alternatives } from "../../link/evaluate/members.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { guardedBy } from "./guarded.ts";
import { isTied } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { isRoleWithin } from "./role-reach.ts";
import { isForAnyUser } from "./role-witness.ts";

export interface ForeignFile {
  readonly effect: Effect;
  /** The part of the request that names the file. */
  readonly name: Term;
}

export function foreignFiles(entry: EntryPoint, model: ServiceModel): readonly ForeignFile[] {
  return entry.effects.flatMap((effect) => {
    if (effect.category !== "filestore" || effect.operation !== "delete" || effect.traits.ownMachine) return [];
    if (!isForMany(entry, effect, model)) return [];
    if (!keepsFilesOfMany(entry, model)) return [];
    const name = effect.where && sentIn(effect.where);
    return name && !isProven(entry, effect, name) ? [{ effect, name }] : [];
  });
}

/** Anybody who is signed in, or whoever has a role that many have, each for what is theirs. */
function isForMany(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (isForAnyUser(effect, model)) return true;
  return (
    guardedBy(entry, effect, ["ownership", "signature"]) === "no" &&
    guardedBy(entry, effect, ["role"]) === "yes" &&
    entry.effects.some((other) => other.category === "database" && isRoleWithin(entry, other, model))
  );
}

/** Others than staff put files there: some upload asks for no role. */
function keepsFilesOfMany({ app }: EntryPoint, model: ServiceModel): boolean {
  return model.entryPoints.some(
    (other) =>
      other.app === app &&
      other.effects.some(
        (effect) =>
          effect.category === "filestore" &&
          effect.operation !== "delete" &&
          effect.access !== "read" &&
          guardedBy(other, effect, ["role"]) === "no",
      ),
  );
}

/** The whole name is the request's: a folder of the caller's own ahead of it ties it to them. */
function sentIn(where: Term): Term | undefined {
  return alternatives(where)
    .flatMap((option) => {
      if (option.kind === "array") return option.items;
      return option.kind === "text" && option.parts.length === 1 ? option.parts : [option];
    })
    .find((part) => part.kind === "input" && /^(?:body|query|params|arguments)$/.test(part.source));
}

/** A check is about this very name, or a row was looked up with it. */
function isProven(entry: EntryPoint, effect: Effect, name: Term): boolean {
  return (
    isTied(entry, effect, name) ||
    entry.effects.some(
      (other) =>
        other.order < effect.order &&
        other.category === "database" &&
        requestIds(entry, other).some((one) => isSamePart(one, name)),
    )
  );
}
