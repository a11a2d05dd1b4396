import { Controller, Injectable, Param, Post } from "@nestjs/common";
import { TemporalService } from "nestjs-temporal-core";

@Injectable()
export class Parcels {
  constructor(private temporal: TemporalService) {}

  ship(id: string) {
    return this.temporal.client.getRawClient()?.workflow.start("ship", { workflowId: `ship-${id}`, taskQueue: "main" }); // effect: publish temporal ship, publish, safe
  }
  wake(id: string) {
    return this.temporal.client.getRawClient()?.workflow.signalWithStart("ship", { // effect: publish temporal ship, publish, safe
      workflowId: `ship-${id}`,
      signal: "wake",
      signalArgs: [],
    });
  }
  // The workflow gets it once more.
  write(id: string) {
    return this.temporal.client.getRawClient()?.workflow.signalWithStart("letters", { // effect: publish temporal letters, publish, unsafe
      workflowId: "letters",
      signal: "letter",
      signalArgs: [{ id }],
    });
  }
  stop(id: string) {
    return this.temporal.terminateWorkflow(`ship-${id}`); // effect: write temporal, set, safe
  }
}

@Controller("parcels")
export class ParcelsController {
  constructor(private parcels: Parcels) {}

  @Post(":id/lost")
  async lost(@Param("id") id: string) {
    await this.parcels.ship(id);
    await this.parcels.wake(id);
    await this.parcels.write(id);
    await this.parcels.stop(id);
  }
}
