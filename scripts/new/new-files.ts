/** What `npm run new` writes. */

/** Texts by path from the root; a message where the request is wrong. */
export function newFiles(
  kind: string,
  id: string,
  read: (path: string) => string,
): ReadonlyMap<string, string> | string {
  if (!Object.hasOwn(WRITERS, kind)) return "usage: npm run new -- rule GROUP/NAME | framework ID | system ID";
  const form = kind === "rule" ? /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/ : /^[a-z][a-z0-9-]*$/;
  if (!form.test(id)) return `"${id}" is not an id: ${kind === "rule" ? "access/unowned-object" : "my-package"} is one`;
  return new Map(WRITERS[kind]?.(id, read));
}

type Writer = (id: string, read: (path: string) => string) => readonly (readonly [path: string, text: string])[];

const WRITERS: Readonly<Record<string, Writer>> = {
  rule: (id, read) => {
    const name = id.split("/")[1] ?? id;
    // The template stands one folder above the groups.
    const text = read("src/engine/rules/_template.ts").replace(/from "\.(\.?)\//g, (_, up: string) =>
      up ? 'from "../../' : 'from "../',
    );
    return [
      [`src/engine/rules/${id}.ts`, text],
      [`test/rules/${name}/express.ts`, RULE_FIXTURE.replaceAll("RULE", name)],
    ];
  },
  framework: (id, read) => [
    [`src/engine/frameworks/${id}.ts`, read("src/engine/frameworks/_template.ts").replaceAll("TEMPLATE", id)],
    [`test/frameworks/${id}/routes.ts`, FRAMEWORK_FIXTURE.replaceAll("PACKAGE", id)],
  ],
  system: (id, read) => [
    [`src/engine/systems/${id}.ts`, read("src/engine/systems/_template.ts").replaceAll("TEMPLATE", id)],
    [`test/systems/${id}/calls.ts`, SYSTEM_FIXTURE.replaceAll("PACKAGE", id)],
  ],
};

const RULE_FIXTURE = `import express from "express";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});

app.post("/invite", async (req, res) => {
  mailer.sendMail({ to: req.body.email, text: "Welcome" }); // expect: RULE
  // ~ a failure is lost
  res.sendStatus(204);
});

app.post("/invite-and-wait", async (req, res) => {
  await mailer.sendMail({ to: req.body.email, text: "Welcome" }); // silent: somebody waits
  res.sendStatus(204);
});
`;

const FRAMEWORK_FIXTURE = `import { Router } from "PACKAGE";

const router = new Router();

router.post("/orders", (context) => context.json()); // entry: POST /orders
`;

const SYSTEM_FIXTURE = `import express from "express";
import { Client } from "PACKAGE";

const app = express();
const client = new Client();

app.post("/orders", async (req, res) => {
  await client.orders.create(req.body); // effect: write PACKAGE orders, insert
  res.sendStatus(204);
});
`;
