// file: src/visit.entity.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity()
export class Visit {
  @PrimaryGeneratedColumn() id!: number;
  @Column() email!: string;
  @Column({ nullable: true }) remindedAt!: Date | null;
}
// file: src/reminders.ts
import { Injectable } from "@nestjs/common";
import { Cron } from "@nestjs/schedule";
import { InjectRepository } from "@nestjs/typeorm";
import nodemailer from "nodemailer";
import { IsNull, LessThan, Repository } from "typeorm";
import { Visit } from "./visit.entity";

const mailer = nodemailer.createTransport({});

@Injectable()
export class Reminders {
  constructor(@InjectRepository(Visit) private readonly visits: Repository<Visit>) {}

  @Cron("0 8 * * *")
  async remind() {
    const due = await this.visits.find({ where: { remindedAt: IsNull(), startsAt: LessThan(new Date()) } });
    for (const visit of due) {
      const { affected } = await this.visits.update({ id: visit.id, remindedAt: IsNull() }, { remindedAt: new Date() });
      if (!affected) continue;
      await mailer.sendMail({ to: visit.email, text: "Tomorrow" }); // silent: each was claimed
    }
  }

  @Cron("0 9 * * *")
  async remindOpenly() {
    const due = await this.visits.find({ where: { startsAt: LessThan(new Date()) } });
    for (const visit of due) await mailer.sendMail({ to: visit.email, text: "Tomorrow" }); // expect: message-sent-twice
  }
}
