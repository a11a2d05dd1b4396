// https://github.com/bitnbytesio/node-input-validator · https://github.com/mikeerickson/validatorjs · https://github.com/icebob/fastest-validator · https://vinejs.dev/docs/getting_started · https://validatejs.org · https://indicative-v5.adonisjs.com
import { defineSystem } from "./define-system.ts";

const throws = { kind: "validation", how: "throws" } as const;
const returns = { kind: "validation", how: "returns" } as const;

export default defineSystem({
  title: "Validation by rules",
  category: "observability",
  packages: [
    "node-input-validator",
    "validatorjs",
    "fastest-validator",
    "@vinejs/vine",
    "validate.js",
    "indicative",
    "indicative/validator",
  ],
  clients: [],
  calls: {},
  guards: {
    "new Validator()|new default().check()|checkAsync()|passes()|fails()|validate()": returns,
    "new default()|new Validator().compile()()": returns,
    "compile().validate()": throws,
    "default()": returns,
    "validate()|validateAll()": throws,
  },
});
