// The one application says where its controllers stand, also where its modules cannot be read.

// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./generated/app.module";
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api", { exclude: ["health"] });
  app.enableVersioning();
  await app.listen(3000);
}
bootstrap();
// file: src/events.controller.ts
import { Controller, Get, QueryMethod } from "@nestjs/common";
@Controller({ path: "events", version: ["1", "2"] })
export class EventsController {
  @Get()
  all() { // entry: GET /api/v1/events // entry: GET /api/v2/events
    return [];
  }
}
@Controller()
export class HealthController {
  @Get("health")
  health() { // entry: GET /health
    return "ok";
  }
  @QueryMethod("search")
  search() { // entry: QUERY /api/search
    return [];
  }
}
