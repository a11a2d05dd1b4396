import { PrismaClient } from "@prisma/client";
import * as functions from "firebase-functions/v1";
import { onDocumentCreated } from "firebase-functions/v2/firestore";
import { HttpsError, onCall, onRequest } from "firebase-functions/v2/https";
import { onSchedule } from "firebase-functions/v2/scheduler";

const prisma = new PrismaClient();

export const webhook = onRequest({ cors: true }, async (request, response) => { // entry: ALL /webhook
  await prisma.event.create({ data: request.body }); // effect: write database event, insert
  response.status(204).end();
});
export const rename = onCall(async (request) => { // entry: MUTATION rename
  if (!request.auth) throw new HttpsError("unauthenticated", "login"); // guard: authentication inline check
  await prisma.user.update({ where: { id: request.auth.uid }, data: { name: request.data.name } }); // effect: write database user, set
});
export const nightly = onSchedule("every day 00:00", async () => { // entry: schedule every day 00:00
  await prisma.report.create({ data: {} }); // effect: write database report, insert
});
export const welcome = onDocumentCreated("users/{userId}", async (event) => { // entry: event users/{userId}
  await prisma.greeting.create({ data: { userId: event.params.userId } }); // effect: write database greeting, insert
});
export const old = functions.region("europe-west1").https.onCall(async (data, context) => { // entry: MUTATION old
  if (!context.auth) throw new functions.https.HttpsError("unauthenticated", "login"); // guard: authentication inline check
  await prisma.note.create({ data: { text: data.text } }); // effect: write database note, insert
});
export const published = functions.pubsub.topic("orders").onPublish(async (message) => { // entry: queue orders
  await prisma.order.create({ data: message.json }); // effect: write database order, insert
});
