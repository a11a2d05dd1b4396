import { PrismaClient } from "@prisma/client";
import Queue from "bull";

const prisma = new PrismaClient();
const video = new Queue("video", "redis://127.0.0.1:6379", { defaultJobOptions: { attempts: 1 } });
const mail = new Queue("mail");

video.process(async (job, done) => { // entry: queue video
  await prisma.video.create({ data: { url: job.data.url } }); // effect: write database video
  done();
});
mail.process("welcome", 5, sendWelcome); // entry: queue mail/welcome
mail.add("welcome", { to: "a" });

async function sendWelcome(job: Queue.Job) {
  await prisma.greeting.create({ data: job.data }); // effect: write database greeting, from queue mail/welcome
}
