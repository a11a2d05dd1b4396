import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module.ts";
import { startWorker } from "./queue.ts";

const app = await NestFactory.create(AppModule, { rawBody: true, logger: ["error"] });
await app.listen(0, "127.0.0.1");
startWorker();
console.log(`port ${new URL(await app.getUrl()).port}`);
