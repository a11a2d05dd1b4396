// Controllers that name versions, and nothing that starts them: Nest's own way. https://docs.nestjs.com/techniques/versioning#uri-versioning-type
import { Controller, Get, VERSION_NEUTRAL } from "@nestjs/common";

@Controller({ path: "cats", version: ["2", "3"] })
export class CatsController {
  @Get(":id")
  one() { // entry: GET /v2/cats/:id // entry: GET /v3/cats/:id
    return {};
  }
}
@Controller({ path: "health", version: VERSION_NEUTRAL })
export class HealthController {
  @Get()
  health() { // entry: GET /health
    return "ok";
  }
}
