// A callable function that only reads shows what a GET would. https://firebase.google.com/docs/functions/callable

// file: functions/src/index.ts
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { HttpsError, onCall } from "firebase-functions/v2/https";

export const userById = onCall(async ({ data }) => { // expect: missing-authentication
  const { email } = await getAuth().getUser(data.userId);
  const snapshot = await getFirestore().collection("users").doc(data.userId).get();
  return { ...snapshot.data(), email };
});

export const myself = onCall(async ({ auth }) => { // silent: the caller's own
  if (!auth) throw new HttpsError("unauthenticated", "sign in");
  const snapshot = await getFirestore().collection("users").doc(auth.uid).get();
  return snapshot.data();
});

export const products = onCall(async () => { // silent: a catalogue
  const { docs } = await getFirestore().collection("products").get();
  return docs.map((one) => one.data());
});
