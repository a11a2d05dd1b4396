/** What a transaction of nestjs-cls works with. https://papooch.github.io/nestjs-cls/plugins/available-plugins/transactional */
import type { Term } from "../../model/term.ts";
import type { PlatformValue } from "../define-framework.ts";

/** By the class of the adapter that the host is declared with: `TransactionHost<TransactionalAdapterTypeOrm>`. */
export function transactionClient(adapter: Term | undefined): PlatformValue | undefined {
  const name =
    adapter?.kind === "external"
      ? adapter.path.at(-1)
      : adapter?.kind === "literal"
        ? String(adapter.value)
        : undefined;
  return name === undefined ? undefined : CLIENTS[name];
}

const CLIENTS: Readonly<Record<string, PlatformValue>> = {
  TransactionalAdapterTypeOrm: { package: "typeorm", name: "new EntityManager()" },
  TransactionalAdapterPrisma: { package: "@prisma/client", name: "new PrismaClient()" },
  TransactionalAdapterKnex: { package: "knex", name: "default()" },
  TransactionalAdapterKysely: { package: "kysely", name: "new Kysely()" },
};
