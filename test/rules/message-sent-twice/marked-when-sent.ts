import cron from "node-cron";
import nodemailer from "nodemailer";
import { DataTypes, Op, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL as string);
const Reminder = sequelize.define("Reminder", { status: DataTypes.STRING, email: DataTypes.STRING, tries: DataTypes.INTEGER });
const Waiting = sequelize.define("Waiting", { email: DataTypes.STRING, shopId: DataTypes.INTEGER });
const mailer = nodemailer.createTransport({});

cron.schedule("0 9 * * *", async () => { // silent: what went out is marked, and what did not is tried again
  const open = await Reminder.findAll({ where: { status: { [Op.in]: ["pending", "failed"] }, tries: { [Op.lt]: 3 } } });
  for (const one of open) {
    let sent = false;
    try {
      const answer = await mailer.sendMail({ to: one.email, text: "Tomorrow" });
      sent = answer.accepted.length > 0;
    } catch (error) {
      console.error(error);
    }
    if (sent) await one.update({ status: "sent" });
    else await one.update({ status: "failed" });
  }
});

cron.schedule("0 10 * * *", async () => { // silent: who was told is no longer waiting
  const told = await Waiting.findAll({ where: { shopId: 7 } });
  await Waiting.destroy({ where: { shopId: 7 } });
  for (const one of told) await mailer.sendMail({ to: one.email, text: "It is there" });
});

cron.schedule("0 11 * * *", async () => {
  const open = await Reminder.findAll({ where: { status: { [Op.in]: ["pending", "failed"] } } });
  for (const one of open) {
    await mailer.sendMail({ to: one.email, text: "Tomorrow" }); // expect: message-sent-twice
    await one.update({ tries: 1 });
  }
});
