/**
 * A client that another class is given by its container, given to this class too: `constructor(private readonly prisma:
 * PrismaService)`. https://docs.nestjs.com/providers#dependency-injection
 */
import type { ClassFacts, FunctionFacts, Parameter } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { styleOf } from "./file-style.ts";
import { importFrom } from "./names-in-reach.ts";
import { lastParameterEnd, parameterEnd } from "./parameter-list.ts";
import { indentAt, lineEnd, type SourceText, sourceText } from "./source-text.ts";
import { insertion } from "./text-edits.ts";
import { deep, functionAround } from "./visit-facts.ts";

export interface InjectedClient {
  /** `this.prisma`, `this.orders.manager`. */
  readonly client: string;
  readonly edits: readonly Edit[];
}

/**
 * @param client as the other class has it.
 * @param from where the other class uses it.
 */
export function injectedClient(
  model: ServiceModel,
  client: string,
  from: Place,
  into: SourceText,
  offset: number,
): InjectedClient | undefined {
  const [, name = "", rest = ""] = /^this\.([\w$]+)(.*)$/.exec(client) ?? [];
  const other = sourceText(model, from.file);
  const there = other && classAround(other, from.at[0]);
  const here = classAround(into, offset);
  if (!other || !there || !here || here.decorators.length === 0) return undefined;
  const wanted = constructorOf(other, there)?.parameters.find(({ property }) => property === name);
  if (!wanted?.type) return undefined;
  const text = parameterText(other, wanted);
  if (text === undefined) return undefined;

  const own = constructorOf(into, here);
  const type = typeText(text);
  for (const parameter of own?.parameters ?? []) {
    const known = parameter.property === undefined ? undefined : parameterText(into, parameter);
    if (known && typeText(known) === type) return { client: `this.${parameter.property}${rest}`, edits: [] };
  }
  if (here.members.some((member) => member.name === name) || own?.parameters.some((one) => one.property === name))
    return undefined;
  const edits: Edit[] = [];
  for (const needed of namesOf(wanted)) {
    const imported = importFrom(model, other.file, needed, into);
    if (imported?.local !== needed) return undefined;
    edits.push(...imported.edits);
  }
  const added = addParameter(into, here, own, text);
  return added && { client: `this.${name}${rest}`, edits: [added, ...edits] };
}

function classAround({ facts }: SourceText, offset: number): ClassFacts | undefined {
  const index = facts.functions[functionAround(facts, offset)]?.class;
  return index === undefined ? undefined : facts.classes[index];
}

function constructorOf({ facts }: SourceText, owner: ClassFacts): FunctionFacts | undefined {
  const member = owner.members.find((one) => one.kind === "constructor");
  return member?.function === undefined ? undefined : facts.functions[member.function];
}

/** `@InjectRepository(Order) private readonly orders: Repository<Order>`, on one line. */
function parameterText({ text }: SourceText, parameter: Parameter): string | undefined {
  const end = parameterEnd(text, parameter.pattern.at[1]);
  if (end === undefined) return undefined;
  const [first] = parameter.decorators;
  const decorators = parameter.decorators.map((one) => `@${text.slice(...one.at)} `).join("");
  if (first && text[first.at[0] - 1] !== "@") return undefined;
  return `${decorators}private readonly ${text.slice(parameter.pattern.at[0], end).trim().replace(/\s+/g, " ")}`;
}

/** What is behind the name: the same for parameters that are given the same. */
function typeText(text: string): string {
  return text.replace(/^((?:@[^@]*? )*)private readonly [\w$]+/, "$1").replace(/\s/g, "");
}

function namesOf({ decorators, type }: Parameter): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of deep(decorators)) if (part.kind === "name" && part.binding >= 0) names.add(part.name);
  for (const one of type ? [type, ...type.arguments] : []) {
    if (one.binding >= 0 && /^[\w$]/.test(one.name)) names.add(one.name.split(".")[0]!);
  }
  return names;
}

function addParameter(
  source: SourceText,
  owner: ClassFacts,
  own: FunctionFacts | undefined,
  text: string,
): Edit | undefined {
  const { indent, newline } = styleOf(source);
  if (!own) {
    const open = source.text.indexOf("{", owner.nameAt[1]);
    const at = open < 0 ? -1 : lineEnd(source.text, open);
    if (at < 0 || source.text.slice(open + 1, at).trim() !== "") return undefined;
    const inner = indentAt(source.text, owner.nameAt[0]) + indent;
    return insertion(source.file, at, `${newline}${inner}constructor(${text}) {}${newline}`);
  }
  const end = lastParameterEnd(source.text, own);
  if (end === undefined) return undefined;
  const last = own.parameters.at(-1);
  if (!last) return insertion(source.file, end, text);
  const start = last.decorators[0]?.at[0] ?? last.pattern.at[0];
  const ownLine = /^\s*@?(?:\w+\s+)*$/.test(source.text.slice(source.text.lastIndexOf("\n", start) + 1, start));
  const separator = ownLine ? `,${newline}${indentAt(source.text, start)}` : ", ";
  return insertion(source.file, end, `${separator}${text}`);
}
