/** A variable by Nest's configuration service, where the class around is given it. https://docs.nestjs.com/techniques/configuration */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addField } from "../code/call-arguments.ts";
import { methodOf } from "../code/call-chain.ts";
import { quoted, styleOf } from "../code/file-style.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { expressionsIn, functionAround } from "../code/visit-facts.ts";

/** `this.config.getOrThrow("NAME")`, with a line in the schema of `ConfigModule.forRoot` where there is one. */
export function fromConfigService(
  model: ServiceModel,
  app: string,
  into: SourceText,
  offset: number,
  variable: string,
): { readonly code: string; readonly edits: readonly Edit[] } | undefined {
  const { facts } = into;
  const around = facts.functions[functionAround(facts, offset)];
  if (around?.class === undefined || (around.kind !== "method" && around.kind !== "constructor")) return undefined;
  for (const member of facts.classes[around.class]?.members ?? []) {
    const parameters = member.kind === "constructor" ? facts.functions[member.function ?? -1]?.parameters : undefined;
    const service = parameters?.find((one) => one.property !== undefined && one.type?.name === "ConfigService");
    if (!service) continue;
    const code = `this.${service.property}.getOrThrow<string>(${quoted(styleOf(into), variable)})`;
    return { code, edits: inSchema(model, app, variable) };
  }
  return undefined;
}

/** `validationSchema: Joi.object({ … })` */
function inSchema(model: ServiceModel, app: string, variable: string): readonly Edit[] {
  for (const path of model.paths) {
    if (!path.startsWith(app) || !/\.module\.[jt]s$/.test(path)) continue;
    if (!model.text(path)?.includes("validationSchema")) continue;
    const source = sourceText(model, path);
    for (const expression of source ? expressionsIn(source.facts) : []) {
      if (!source || expression.kind !== "object") continue;
      const schema = expression.fields.find((field) => field.key === "validationSchema")?.value;
      if (schema?.kind !== "call" || methodOf(schema) !== "object" || schema.callee.kind !== "member") continue;
      const [fields] = schema.arguments;
      const joi = source.text.slice(...schema.callee.object.at);
      if (fields?.kind !== "object" || fields.fields.some((field) => field.key === variable)) continue;
      return [addField(source, fields, variable, `${joi}.string().required()`)];
    }
  }
  return [];
}
