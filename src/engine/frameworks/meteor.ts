// https://docs.meteor.com/api/meteor.html#Meteor-methods · https://docs.meteor.com/api/meteor.html#Meteor-publish · https://github.com/meteor/validated-method#readme
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";

export default defineFramework({
  title: "Meteor",
  packages: ["meteor/meteor", "meteor/mdg:validated-method"],
  receivers: ["Meteor", ""],
  handler: {
    parameters: ["body.0", "body.1", "body.2", "body.3", "body.4", "body.5"],
    returns: "response",
  },
  values: {
    "Meteor.userId": "identity",
    "Meteor.user": "identity",
    "Meteor.userAsync": "identity",
  },
  calls: {
    methods: (call, model) => {
      for (const { name, value } of call.terms.fields(call.argument(0))) method(call, model, name, value, "CALL");
    },
    publish: (call, model) => {
      const run = call.argument(1);
      if (run) method(call, model, call.text(0) ?? "*", run, "SUBSCRIBE");
    },
    // `new ValidatedMethod({ name, validate, run })`
    ValidatedMethod: (call, model) => {
      const run = call.option(0, "run");
      if (run) method(call, model, call.terms.text(call.option(0, "name")) ?? "*", run, "CALL");
    },
  },
});

/** Its `this` says who is calling: `this.userId`. */
function method(call: RegisterCall, model: Registry, path: string, run: Term, verb: string): void {
  if (run.kind !== "function") return;
  const { terms } = call;
  const handler = terms.handler(terms.method(run, terms.input("identity", {})), path);
  model.entryPoint({ kind: "rpc", method: verb, path, handlers: [handler], place: handler.place });
}
