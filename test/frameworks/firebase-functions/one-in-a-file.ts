// A file of one function is called as the file is.

// file: src/orders/placeOrder.ts
import { getFirestore } from "firebase-admin/firestore";
import { onCall } from "firebase-functions/v2/https";
const db = getFirestore();
export default onCall({ region: "asia-northeast1" }, async (request) => { // entry: MUTATION placeOrder
  await db.collection("orders").doc(request.data.id).set({ placed: true });
});
// file: src/orders/cancelOrder.ts
import { getFirestore } from "firebase-admin/firestore";
import { onCall } from "firebase-functions/v2/https";
const db = getFirestore();
export default onCall(async (request) => { // entry: MUTATION cancelOrder
  await db.collection("orders").doc(request.data.id).set({ placed: false });
});
