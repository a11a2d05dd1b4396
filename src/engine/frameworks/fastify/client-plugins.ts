/**
 * Plugins that give the instance a client of another package: `app.register(mongodb, { url })`, then `app.mongo.db`.
 * https://github.com/fastify/fastify-mongodb · /fastify-postgres · /fastify-mysql · /fastify-redis · /fastify-elasticsearch ·
 * https://github.com/jclemens24/fastify-typeorm
 */
import type { Term } from "../../model/term.ts";
import type { RegisterCall, Registry } from "../define-framework.ts";

interface ClientPlugin {
  /** Its name on the instance. */
  readonly on: string;
  readonly package: string;
  readonly path: readonly string[];
  /** Members that are something else of the same package. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

const MONGO: ClientPlugin = {
  on: "mongo",
  package: "mongodb",
  path: ["new MongoClient()"],
  members: { client: ["new MongoClient()"], db: ["new MongoClient()", "db()"] },
};
const POSTGRES: ClientPlugin = { on: "pg", package: "pg", path: ["new Pool()"] };
const MYSQL: ClientPlugin = { on: "mysql", package: "mysql2", path: ["createPool()"] };
const REDIS: ClientPlugin = { on: "redis", package: "ioredis", path: ["new default()"] };
const ELASTIC: ClientPlugin = { on: "elastic", package: "@elastic/elasticsearch", path: ["new Client()"] };
const TYPEORM: ClientPlugin = { on: "orm", package: "typeorm", path: ["new DataSource()"] };

const PLUGINS: Readonly<Record<string, ClientPlugin>> = {
  "@fastify/mongodb": MONGO,
  "fastify-mongodb": MONGO,
  "@fastify/postgres": POSTGRES,
  "fastify-postgres": POSTGRES,
  "@fastify/mysql": MYSQL,
  "fastify-mysql": MYSQL,
  "@fastify/redis": REDIS,
  "fastify-redis": REDIS,
  "@fastify/elasticsearch": ELASTIC,
  "fastify-elasticsearch": ELASTIC,
  "typeorm-fastify-plugin": TYPEORM,
  "fastify-typeorm-plugin": TYPEORM,
  "fastify-prisma-client": { on: "prisma", package: "@prisma/client", path: ["new PrismaClient()"] },
  "@joggr/fastify-prisma": { on: "prisma", package: "@prisma/client", path: ["new PrismaClient()"] },
  "fastify-mailer": { on: "mailer", package: "nodemailer", path: ["createTransport()"] },
};

/** True where the plugin is one of these. With a `namespace` or a `name` the client stands one level below. */
export function registerClient(call: RegisterCall, model: Registry, plugin: Term): boolean {
  const found = plugin.kind === "external" ? PLUGINS[plugin.package] : undefined;
  if (!found) return false;
  const { terms } = call;
  const make = (path: readonly string[]) => terms.external(found.package, path, call.result, call.place);
  const client = make(found.path);
  const members = Object.entries(found.members ?? {}).map(([name, path]) => [name, make(path)] as const);
  const whole = members.length === 0 ? client : terms.object(Object.fromEntries(members));
  const name = terms.text(call.option(1, "namespace")) ?? terms.text(call.option(1, "name"));
  model.decorate(name === undefined ? found.on : `${found.on}.${name}`, whole);
  return true;
}
