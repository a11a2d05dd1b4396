/**
 * The fix lab: every scenario on every service, really running. Before the fix the harm is done; after it the service
 * type-checks, the harm is not done any more, and what it answers when nothing goes wrong is the same.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import { type LabRun, runService } from "./lab-run.ts";
import { stopMongoDouble } from "./mongo-double.ts";
import { stopRedis } from "./redis-server.ts";
import { scenarios } from "./scenarios.ts";
import { type LabService, labServices } from "./services.ts";
import { recordCell, writeTable } from "./table.ts";

let postgres: EmbeddedPostgres;

before(async () => {
  postgres = await startEmbeddedPostgres();
});

after(async () => {
  await postgres.stop();
  await stopRedis();
  await stopMongoDouble();
  writeTable(labServices.reduce((sum, service) => sum + service.scenarios.length, 0));
});

const only = process.env.LAB_ONLY;

function notPlayed(service: LabService): string | false {
  if (!service.always && !process.env.LAB_TABLE && only === undefined) return "only in `npm run lab`";
  return service.missing();
}

for (const service of labServices) {
  if (only !== undefined && !service.folder.includes(only)) continue;
  test(`${service.framework} × ${service.store}`, { skip: notPlayed(service) }, async (context) => {
    const played = scenarios.filter((scenario) => service.scenarios.includes(scenario.entry));
    assert.equal(played.length, service.scenarios.length, "every entry point has its scenario");
    const run: LabRun = await runService(service, played, postgres);
    await context.test("the fixed service type-checks", () => assert.deepEqual(run.typeErrors, []));
    for (const [scenario, cell] of run.cells) {
      await context.test(scenario.name, () => {
        assert.equal(cell.before.error, undefined);
        assert.ok(cell.before.harm, "the scenario does harm to the service as it is");
        assert.ok(cell.fix, "a fix is offered");
        assert.equal(cell.after?.error, undefined);
        assert.equal(cell.after?.harm, undefined, "no harm is left");
        assert.deepEqual(cell.after?.happy, cell.before.happy, "the happy path answers as before");
        if (scenario.rule && !service.silent?.includes(scenario.rule))
          assert.ok(cell.finding, `${scenario.rule} reports it`);
        assert.equal(cell.remaining, undefined, "the finding is gone");
        assert.equal(cell.again, undefined, "the fix is not offered again");
        recordCell({
          scenario: scenario.name,
          framework: service.framework,
          store: service.store,
          harm: cell.before.harm,
          fix: cell.fix,
        });
      });
    }
  });
}
