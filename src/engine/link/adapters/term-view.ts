/** What adapters may ask of values: members, items, texts, results, folders. */

import type { Parameter } from "../../facts/file-facts.ts";
import { writesText } from "../../facts/speaks-of.ts";
import type { Handler, ParameterShape, TermView } from "../../frameworks/define-framework.ts";
import type { FunctionReference, InputSource, Place, Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { REJECT } from "../evaluate/call-global.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { onceForBlock } from "../evaluate/once-for-block.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { exportedValue, exportNames } from "../evaluate/values.ts";
import { isCode } from "../files/sources.ts";
import { folderOf } from "../values/folders.ts";
import { implementationOfClass } from "../values/implementations.ts";
import { nameInReach } from "../values/in-reach.ts";
import { readableText } from "./call-view.ts";
import { casesOf } from "./cases.ts";
import { handlerName, handlerPlace } from "./handler-code.ts";
import { readableTexts } from "./readable-texts.ts";
import { serves } from "./serves.ts";
import { comparisonsIn } from "./told-apart.ts";

export function createTermView(linker: Linker, framework: string, place: Place): TermView {
  const { terms } = linker;
  const member = (value: Term | undefined, name: string): Term | undefined => {
    const found = value && memberOf(linker, value, name);
    const nothing = found?.kind === "undefined" || (found?.kind === "unknown" && found.parts.length === 0);
    return nothing ? undefined : found;
  };
  return {
    member,
    fields: (value) => (value ? fieldsOf(linker, value, 0) : []),
    items: (value) => (value ? itemsOf(value, 0) : []),
    text: readableText,
    texts: readableTexts,
    handler: (value, name = ""): Handler => ({
      term: value,
      place: handlerPlace(linker, value) ?? place,
      name: handlerName(linker, value, name),
    }),
    method: (value, self) =>
      value.kind === "function" && !value.self && !isArrow(linker, value.function)
        ? terms.function(value.function, value.captured, self)
        : value,
    literal: terms.literal,
    array: terms.array,
    object: (fields) => terms.object(Object.entries(fields).map(([key, value]) => ({ key, value }))),
    extended: (value, fields) =>
      terms.object([{ value }, ...Object.entries(fields).map(([key, one]) => ({ key, value: one }))]),
    instance: (value) =>
      value.kind === "class" ? (implementationOfClass(linker, value) ?? terms.instance(value, [])) : value,
    bound: (token, file) => linker.bound?.get(token, file),
    result(value, parameters) {
      for (const option of alternatives(value)) {
        if (option.kind === "function")
          return callFunction(linker, option, parametersOf(linker, parameters, framework)).result;
      }
      return undefined;
    },
    arity: (value) => {
      const parameters = value?.kind === "function" ? parametersIn(linker, value.function) : undefined;
      return parameters?.some(({ rest }) => rest) ? undefined : parameters?.length;
    },
    refuses: (value) =>
      alternatives(value).some(
        (option) =>
          option.kind === "function" &&
          containsThrow(callFunction(linker, option, [terms.unknown([]), terms.input("identity", [])]).block),
      ),
    external: (packageName, path, base, site) => terms.external(packageName, path, base, [], site),
    reached: (file, name) => nameInReach(linker, file, name),
    ending: (how) => terms.global(how === "gives" ? ["Promise", "resolve"] : [REJECT]),
    folder(value) {
      const folder = value && folderOf(linker, value, place.file);
      if (folder === undefined) return undefined;
      const prefix = folder === "" ? "" : `${folder}/`;
      const files = [...linker.sources.paths()].filter((path) => path.startsWith(prefix) && isCode(path)).sort();
      return { path: folder, files };
    },
    exported: (file, name) => exportedValue(linker, file, name),
    exists: (file) => linker.sources.has(file),
    input: (source, known) =>
      terms.object([
        { value: terms.input(source, [], framework) },
        ...Object.entries(known).map(([key, value]) => ({ key, value })),
      ]),
    comparisons: (value, parameters, told) =>
      alternatives(value).flatMap((option) =>
        option.kind === "function"
          ? comparisonsIn(
              callFunction(linker, option, parametersOf(linker, parameters, framework)).block,
              told,
              handlerPlace(linker, option) ?? place,
            )
          : [],
      ),
    handsOver: (value, parameters) =>
      alternatives(value).some(
        (option) =>
          option.kind === "function" &&
          handsOver(callFunction(linker, option, parametersOf(linker, parameters, framework)).block),
      ),
    serves: (value, parameters) => serves(linker, value, parametersOf(linker, parameters, framework)),
    exports: (file) => exportsOf(linker, file),
    alternatives,
    paths: () => linker.sources.paths(),
    writes(file, text) {
      const facts = factsOf(linker, file);
      return facts !== undefined && writesText(facts, text);
    },
    read: (path) => linker.sources.text(path),
    file: (paths) => paths.find((path) => linker.sources.has(path)),
    cases: (value, parameters, of) =>
      casesOf(
        linker,
        value,
        parametersOf(linker, parameters, framework),
        parameterOf(linker, of, framework, undefined, ""),
      ),
  };
}

/** What a handler is given, as terms. */
export function parametersOf(
  linker: Linker,
  parameters: readonly ParameterShape[],
  framework: string,
  context?: Term,
  /** The file of the function: its application tells which context it is given. */
  file = "",
): readonly Term[] {
  return parameters.map((shape) => parameterOf(linker, shape, framework, context, file));
}

function parameterOf(
  linker: Linker,
  shape: ParameterShape,
  framework: string,
  context: Term | undefined,
  file: string,
): Term {
  const { terms } = linker;
  if (typeof shape === "string") {
    const [source, ...path] = shape.split(".");
    const input = terms.input(source as InputSource, path, framework);
    if (shape === "context" && context) return context;
    const given = source === "context" ? linker.contexts.get(framework, linker.modules.appOf(file)) : undefined;
    if (!given) return input;
    if (path.length === 0) return terms.object([{ value: input }, ...given.fields]);
    // `context.parent`: what the server says stands in that place.
    const part = given.fields.find(({ key }) => key === path[0])?.value;
    return part && path.length === 1 ? part : input;
  }
  if ("term" in shape) return shape.term;
  const whole = shape.of ? [{ value: parameterOf(linker, shape.of, framework, context, file) }] : [];
  const fields = Object.entries(shape.fields).map(([key, value]) => ({
    key,
    value: parameterOf(linker, value, framework, context, file),
  }));
  return terms.object([...whole, ...fields]);
}

function exportsOf(linker: Linker, file: string): readonly { readonly name: string; readonly value: Term }[] {
  return [...exportNames(linker, file)].map((name) => ({ name, value: exportedValue(linker, file, name) }));
}

function fieldsOf(
  linker: Linker,
  value: Term,
  depth: number,
): readonly { readonly name: string; readonly value: Term }[] {
  if (depth > 6) return [];
  return alternatives(value).flatMap((option) => {
    // `import * as Query from "./queries"`
    if (option.kind === "module") return exportsOf(linker, option.file).filter(({ value }) => value.kind !== "unknown");
    if (option.kind !== "object") return [];
    return option.fields.flatMap((field) =>
      field.key === undefined ? fieldsOf(linker, field.value, depth + 1) : [{ name: field.key, value: field.value }],
    );
  });
}

function itemsOf(value: Term, depth: number): readonly Term[] {
  if (depth > 8) return [];
  return alternatives(value).flatMap((option) => {
    if (option.kind === "array") return option.items.flatMap((item) => itemsOf(item, depth + 1));
    if (option.kind === "element") return itemsOf(option.of, depth + 1);
    if (option.kind === "undefined" || option.kind === "literal")
      return option.kind === "literal" && typeof option.value === "string" ? [option] : [];
    return [option];
  });
}

export function isArrow(linker: Linker, { file, index }: FunctionReference): boolean {
  return linker.sources.facts(file)?.functions[index]?.kind === "arrow";
}

function parametersIn(linker: Linker, { file, index }: FunctionReference): readonly Parameter[] | undefined {
  return linker.sources.facts(file)?.functions[index]?.parameters;
}

const containsThrow = onceForBlock((block) =>
  block.steps.some((step) => step.kind === "throw" || blocksIn(step).some(containsThrow)),
);

/** A call that registers something (`rpc.handle(request, response)`) is given the whole request. */
const handsOver = onceForBlock((block) =>
  block.steps.some((step) =>
    step.kind === "register"
      ? step.arguments.some((one) => one.kind === "input" && one.source === "request" && one.path.length === 0)
      : blocksIn(step).some(handsOver),
  ),
);
