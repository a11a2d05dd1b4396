// file: functions/index.js
exports.inbound = require("./inbound");
const jobs = {
  clean: require("firebase-functions").https.onCall(() => 1), // entry: MUTATION clean
};
exports.jobs = jobs;
// file: functions/inbound.js
const functions = require("firebase-functions");
module.exports = {
  sms: functions.https.onRequest((req, res) => { res.end(); }), // entry: ALL /sms
  voice: functions.runWith({ memory: "1GB" }).https.onRequest((req, res) => { res.end(); }), // entry: ALL /voice
};
