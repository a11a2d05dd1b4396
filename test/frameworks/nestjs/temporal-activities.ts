// Methods of providers that Temporal's worker runs as activities.
import { Module } from "@nestjs/common";
import { Activity, ActivityMethod, TemporalModule } from "nestjs-temporal-core";
import { PrismaClient } from "@prisma/client";
import nodemailer from "nodemailer";

const mailer = nodemailer.createTransport({});

@Activity()
export class Letters {
  constructor(private prisma: PrismaClient) {}

  @ActivityMethod()
  async sendLetter(to: string, text: string) { // entry: queue sendLetter
    await mailer.sendMail({ to, text });
  }

  @ActivityMethod("note-letter")
  async note(id: string) { // entry: queue note-letter
    return this.prisma.letter.update({ where: { id }, data: { sent: true } });
  }

  helper() {}
}

@Module({
  imports: [TemporalModule.register({ connection: { address: "localhost:7233" }, taskQueue: "main", worker: { activityClasses: [Letters] } })],
  providers: [Letters, PrismaClient],
})
export class AppModule {}
