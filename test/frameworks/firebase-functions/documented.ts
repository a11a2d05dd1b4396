// file: functions/index.js
const { onRequest, onCall } = require("firebase-functions/v2/https");
const { onSchedule } = require("firebase-functions/v2/scheduler");
const { onDocumentCreated } = require("firebase-functions/v2/firestore");
const { onMessagePublished } = require("firebase-functions/v2/pubsub");
const functions = require("firebase-functions");
exports.helloWorld = onRequest((req, res) => { res.send("x"); }); // entry: ALL /helloWorld
exports.addMessage = onCall({ cors: true }, async (request) => ({})); // entry: MUTATION addMessage
exports.daily = onSchedule("every day 00:00", async (event) => {}); // entry: schedule every day 00:00
exports.created = onDocumentCreated("users/{userId}", (event) => {}); // entry: event users/{userId}
exports.pub = onMessagePublished("topic-x", (e) => {}); // entry: queue topic-x
exports.v1http = functions.https.onRequest(async (req, res) => res.end()); // entry: ALL /v1http
exports.v1call = functions.region('europe-west1').https.onCall((data, context) => 1); // entry: MUTATION v1call
exports.v1sched = functions.pubsub.schedule('every 5 minutes').onRun((context) => null); // entry: schedule every 5 minutes
exports.v1db = functions.firestore.document('orders/{id}').onWrite((change, context) => null); // entry: event orders/{id}
exports.v1user = functions.auth.user().onCreate((user) => null); // entry: event v1user
const express = require('express'); const app = express(); app.get('/ex', (q, s) => s.end()); // entry: GET /ex
exports.api = onRequest(app);
