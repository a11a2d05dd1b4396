/**
 * The instances that code makes of a class: `new Subscriber(process.env.QUEUE_URL, new Messages(handlers))`. Who registers
 * something in a method that nobody was seen to call (`start() { Consumer.create({ … }) }`) does so for each of them.
 */

import type { Term } from "../../model/term.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Activation, factsOf, type Linker } from "../evaluate/linker.ts";
import { constructorOf } from "../evaluate/members.ts";
import { callsNamed } from "../files/file-index.ts";
import { filesContaining } from "../files/files-containing.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { bindAhead } from "./late-locals.ts";
import { runAsItStands } from "./standing-run.ts";

/** With more, or named in more files, the class is a shape of data. */
const MAXIMUM_INSTANCES = 12;
const MAXIMUM_FILES = 40;

/** Empty where nobody is seen to make one, or where its constructor asks for nothing. */
export function instancesMade(linker: Linker, file: string, index: number): readonly Term[] {
  return linker.memo.get(
    `made instances ${file}#${index}`,
    () => readInstances(linker, file, index),
    () => [],
  );
}

function readInstances(linker: Linker, file: string, index: number): readonly Term[] {
  const of = linker.terms.class(file, index, NOTHING_CAPTURED);
  const facts = factsOf(linker, file);
  const name = facts?.classes[index]?.name;
  const builder = of.kind === "class" ? constructorOf(linker, of) : undefined;
  if (!facts || name === undefined || builder === undefined) return [];
  if (facts.functions[builder]?.parameters.length === 0) return [];
  const paths = filesContaining(linker, name);
  if (paths.length > MAXIMUM_FILES) return [];
  const found = new Set<Term>();
  for (const path of paths) {
    const own = factsOf(linker, path);
    for (const { call, owner } of own ? callsNamed(own, name) : []) {
      if (!own || !call.new || call.arguments.length === 0) continue;
      const run: Activation = runAsItStands(linker, path, own, owner);
      bindAhead(linker, run, own.functions[owner]?.body ?? [], call.at[0]);
      if (evaluate(linker, run, call.callee) !== of) continue;
      found.add(
        linker.terms.instance(
          of,
          call.arguments.map((argument) => evaluate(linker, run, argument)),
        ),
      );
    }
  }
  return found.size > MAXIMUM_INSTANCES ? [] : [...found];
}
