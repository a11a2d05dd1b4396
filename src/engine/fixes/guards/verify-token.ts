/** Verifies a token that was only decoded, with the key by which the service verifies or signs others. */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { addImport } from "../code/add-import.ts";
import { appendArgument } from "../code/call-arguments.ts";
import { methodOf } from "../code/call-chain.ts";
import { movedInto } from "../code/move-expression.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { callAt, expressionsIn, functionAround, holds } from "../code/visit-facts.ts";

export interface TokenToVerify {
  /** The call that decodes. */
  readonly at: Place;
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
}

/** Undefined where no key of the service is known, or the package only decodes. */
export function verifyToken({ at, entryPoint, model }: TokenToVerify): Fix | undefined {
  const source = sourceText(model, at.file);
  const call = source && (callAt(source.facts, at.at) ?? callHolding(source, at));
  if (!source || !call || call.arguments.length !== 1) return undefined;
  const key = knownKey(
    model,
    entryPoint.app,
    methodOf(call) === "decodeJwt" ? ["jwtVerify"] : ["verify", "sign"],
    source,
  );
  if (!key) return undefined;
  const edits = methodOf(call) === "decode" ? withVerify(source, call, key.text) : withJose(source, call, key.text);
  const all = edits && composeEdits(edits, key.edits);
  if (!all) return undefined;
  const tidy = tidyEdits(all);
  return {
    title: `Verify the token with ${key.text}`,
    kind: "suggestion",
    edits: () => tidy,
    checklist: [
      `Check that these tokens are signed with ${key.text}, and name the algorithms that are allowed.`,
      "A token that is refused throws: answer 401 then.",
    ],
  };
}

/** `jwt.decode(token)` → `jwt.verify(token, key)` */
function withVerify(source: SourceText, call: CallExpression, key: string): readonly Edit[] | undefined {
  const { callee } = call;
  if (callee.kind !== "member") return undefined;
  const from = callee.at[1] - callee.name.length;
  return [
    { kind: "replace", file: source.file, at: [from, callee.at[1]], text: "verify" },
    appendArgument(source, call, key),
  ];
}

/** `decodeJwt(token)` → `(await jwtVerify(token, key)).payload` */
function withJose(source: SourceText, call: CallExpression, key: string): readonly Edit[] | undefined {
  const { callee } = call;
  const owner = source.facts.functions[functionAround(source.facts, call.at[0])];
  if (callee.kind !== "name" || callee.name !== "decodeJwt" || !owner?.async) return undefined;
  const verify = addImport(source, { module: "jose", name: "jwtVerify" });
  return [
    { kind: "replace", file: source.file, at: callee.at, text: `(await ${verify.local}` },
    appendArgument(source, call, key),
    insertion(source.file, call.at[1], ").payload"),
    ...verify.edits,
  ];
}

/** The second argument of a call that verifies or signs, as code for this file. */
function knownKey(model: ServiceModel, app: string, methods: readonly string[], into: SourceText) {
  for (const method of methods) {
    for (const path of model.paths) {
      if (!path.startsWith(app) || !/\.[cm]?[jt]sx?$/.test(path)) continue;
      if (
        !new RegExp(`\\b${method}\\(`).test(model.text(path) ?? "") ||
        !/jsonwebtoken|["']jose["']/.test(model.text(path) ?? "")
      )
        continue;
      const source = sourceText(model, path);
      if (!source) continue;
      for (const call of expressionsIn(source.facts)) {
        if (call.kind !== "call" || methodOf(call) !== method || !isToken(source, call.callee)) continue;
        const [, key] = call.arguments;
        const moved = key && key.kind !== "literal" ? movedInto(model, { file: path, at: key.at }, into) : undefined;
        if (moved) return moved;
      }
    }
  }
  return undefined;
}

/** `jwt.verify`, `jwtVerify`: the object or the name comes from one of the packages. */
function isToken({ facts }: SourceText, callee: Expression): boolean {
  const root = callee.kind === "member" ? callee.object : callee;
  const binding = root.kind === "name" ? facts.bindings[root.binding] : undefined;
  const module = binding?.import === undefined ? undefined : facts.imports[binding.import]?.module;
  return module === undefined
    ? /^(?:jwt|jsonwebtoken|jose)$/i.test(root.kind === "name" ? root.name : "")
    : /^(?:jsonwebtoken|jose)$/.test(module);
}

function callHolding(source: SourceText, { at }: Place): CallExpression | undefined {
  for (const one of expressionsIn(source.facts)) if (one.kind === "call" && holds(one.callee.at, at)) return one;
  return undefined;
}
