import express from "express";
import { GoogleSpreadsheet } from "google-spreadsheet";
import { google } from "googleapis";

const auth = new google.auth.GoogleAuth({});
const calendar = google.calendar({ version: "v3", auth });
const gmail = google.gmail({ version: "v1", auth });
const sheets = google.sheets({ version: "v4", auth });
const app = express();

app.post("/leads", async (req, res) => {
  await calendar.events.list({ calendarId: "primary" }); // effect: read googleapis, read
  await calendar.events.insert({ calendarId: "primary", requestBody: { summary: req.body.name } }); // effect: write googleapis calendar events, insert
  await gmail.users.messages.send({ userId: "me", requestBody: { raw: req.body.raw } }); // effect: call googleapis, send
  await sheets.spreadsheets.values.append({ spreadsheetId: "1", requestBody: { values: [[req.body.name]] } }); // effect: write googleapis sheet, append
  const file = new GoogleSpreadsheet("1");
  await file.sheetsByIndex[0]?.addRow({ name: req.body.name }); // effect: write googleapis sheet, append
  res.end();
});
