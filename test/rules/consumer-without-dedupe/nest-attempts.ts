// file: src/app.module.ts
import { BullModule } from "@nestjs/bullmq";
import { Module } from "@nestjs/common";
import { Letters } from "./letters.ts";
import { Once } from "./once.ts";

@Module({
  imports: [
    BullModule.registerQueue({ name: "once", defaultJobOptions: { attempts: 1 } }),
    BullModule.registerQueue({ name: "letters", defaultJobOptions: { attempts: 3 } }),
  ],
  providers: [Once, Letters],
})
export class AppModule {}
// file: src/once.ts
import { Processor, WorkerHost } from "@nestjs/bullmq";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Processor("once")
export class Once extends WorkerHost {
  async process(job) { // silent: the queue gives every job one attempt
    await prisma.booking.create({ data: { guest: job.data.id } });
  }
}
// file: src/letters.ts
import { Processor, WorkerHost } from "@nestjs/bullmq";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Processor("letters")
export class Letters extends WorkerHost {
  async process(job) { // expect: consumer-without-dedupe
    // ~ it is tried up to 3 times
    await prisma.booking.create({ data: { guest: job.data.id } });
  }
}
