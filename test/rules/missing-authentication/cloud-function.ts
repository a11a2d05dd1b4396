// Whoever knows the address of a cloud function calls it: nothing stands in front, whether or not anybody signs in elsewhere.
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { onCall, onRequest } from "firebase-functions/v2/https";

initializeApp();
const db = getFirestore();

export const fixMembers = onRequest(async (req, res) => { // expect: missing-authentication
  await db.collection("members").doc(String(req.query.id)).update({ checked: true });
  res.sendStatus(204);
});

export const news = onRequest(async (req, res) => { // silent: for everybody
  const found = await db.collection("articles").get();
  res.json(found.docs.map((one) => one.data()));
});

export const rename = onCall(async ({ data }) => { // expect: missing-authentication
  await db.collection("members").doc(data.id).update({ name: data.name });
});
