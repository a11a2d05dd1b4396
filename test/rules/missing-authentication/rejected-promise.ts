import { FieldValue, getFirestore } from "firebase-admin/firestore";
import * as functions from "firebase-functions/v1";

export const placeOrder = functions.https.onCall(async (data, context) => { // silent: the promise is rejected ahead of the write
  const answer = await new Promise(async (resolve, reject) => {
    const caller = context.auth?.uid;
    if (!caller) {
      reject(new Error("Sign in first."));
      return;
    }
    const db = getFirestore();
    await db.doc(`shops/${data.shopId}`).update({ claimed: FieldValue.increment(1) });
    await db.collection("orders").doc().set({ for: caller, total: data.total });
    resolve({ success: true });
  });
  return answer;
});

export const dropOrder = functions.https.onCall(async (data) => { // expect: missing-authentication
  return new Promise(async (resolve) => {
    await getFirestore().collection("orders").doc(data.id).delete();
    resolve({ success: true });
  });
});

export const myOrders = functions.https.onCall(async (_data, context) => { // silent: the caller's own
  if (!context.auth?.uid) throw new Error("Sign in first.");
  const found = await getFirestore().collection("orders").where("for", "==", context.auth.uid).get();
  return found.docs;
});
